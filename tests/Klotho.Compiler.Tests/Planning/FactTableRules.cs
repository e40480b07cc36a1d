using System.Globalization;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning.Facts;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What must hold for every figure that was taken from elsewhere.</summary>
public sealed class FactTableRules
{
    private static readonly string[] Units =
    [
        "USD/million", "USD/GB-second", "USD/vCPU-hour", "USD/GB-hour", "USD/hour", "USD/LCU-hour", "USD/ACU-hour", "USD/GB", "USD/GB-month",
        "USD/secret-month", "USD/parameter-month", "USD/metric-month", "USD/alarm-month", "USD/zone-month", "USD/key-month", "USD/ACL-month", "USD/rule-month",
        "%", "ms", "s", "MB", "KiB", "GB", "rps", "million", "metrics", "requests",
    ];

    /// <summary>Beginnings of names that the code puts together with a parameter's value or a percentile.</summary>
    private static readonly string[] Patterns = ["latency.", "rds.db.", "elasticache.cache.", "memorydb.db.", "fargate.vcpu.", "fargate.memory.", "lambda.gb_second.", "lambda.provisioned.", "lambda.provisioned_work."];

    public static TheoryData<string> Tables => [.. FactTables.All.Items.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_fact_has_a_name_a_unit_a_source_and_a_day(string table) =>
        Assert.All(Find(table).Facts, fact =>
        {
            Assert.Matches(@"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$", fact.Name);
            Assert.True(fact.Value > 0);
            Assert.Contains(fact.Unit, Units);
            Assert.Matches("^(Amazon|AWS|Elastic|Planning assumption: |Measured |The ).{8,}[^.]$", fact.Source);
            Assert.Equal(fact.Basis == FactBasis.Assumed, fact.Source.StartsWith("Planning assumption: ", StringComparison.Ordinal) || fact.Source.StartsWith("The ", StringComparison.Ordinal));
            Assert.True(IsDay(fact.Date), fact.Date);
        });

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_sorted_names_nothing_twice_and_is_as_old_as_its_oldest_fact(string table)
    {
        var names = Find(table).Facts.Items.Select(fact => fact.Name).ToList();

        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.True(IsDay(Find(table).Date));
        Assert.All(Find(table).Facts, fact => Assert.True(string.CompareOrdinal(fact.Date, Find(table).Date) >= 0));
    }

    [Fact]
    public void Prices_are_of_a_region_and_everything_else_is_of_none() =>
        Assert.All(FactTables.All, table => Assert.All(table.Facts, fact =>
            Assert.Equal(table.Region is not null, fact.Unit.StartsWith("USD/", StringComparison.Ordinal))));

    [Fact]
    public void Every_region_has_the_same_prices()
    {
        var regions = FactTables.All.Items.Where(table => table.Region is not null).ToList();

        Assert.True(regions.Count >= 2);
        Assert.All(regions, table => Assert.Equal(
            regions[0].Facts.Items.Select(fact => (fact.Name, fact.Unit)), table.Facts.Items.Select(fact => (fact.Name, fact.Unit))));
    }

    /// <summary>A figure that nothing reads is one that nobody keeps right.</summary>
    [Fact]
    public void Every_fact_is_read_by_the_planner()
    {
        var code = string.Concat(Repository.Files("src/Klotho.Planning", ".cs").Select(Repository.Read));
        Assert.All(FactTables.All.Items.SelectMany(table => table.Facts.Items), fact => Assert.True(
            code.Contains($"\"{fact.Name}\"", StringComparison.Ordinal) || Patterns.Any(pattern => fact.Name.StartsWith(pattern, StringComparison.Ordinal)), fact.Name));
    }

    [Theory]
    [InlineData("us-east-1", "us-east-1")]
    [InlineData("eu-central-1", "eu-central-1")]
    [InlineData("eu-west-1", "eu-central-1")]
    [InlineData("me-south-1", "eu-central-1")]
    [InlineData("sa-east-1", "us-east-1")]
    [InlineData("europe", "us-east-1")]
    public void A_region_without_a_table_is_planned_with_the_nearest(string region, string with) =>
        Assert.Equal(with, FactTables.For(new RegionName(region)).Region.Value);

    [Fact]
    public void No_region_at_all_is_planned_with_virginia() => Assert.Equal("us-east-1", FactTables.For(null).Region.Value);

    private static FactTable Find(string name) => FactTables.All.Items.Single(table => table.Name == name);

    private static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
