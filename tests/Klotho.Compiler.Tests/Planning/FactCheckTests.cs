using Klotho.Analysis.Graph;
using Klotho.Planning.Facts;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What is said of figures that are old or another region's.</summary>
public sealed class FactCheckTests
{
    private static readonly SourceLocation At = new(new("klotho.yaml"), 3, 1, 3, 7);

    [Fact]
    public void Nothing_is_said_without_a_day_and_with_a_region_that_has_a_table() =>
        Assert.Empty(FactCheck.Run(new("eu-central-1"), null, At));

    [Fact]
    public void A_table_is_old_the_day_after_its_last_good_day()
    {
        var written = DateOnly.Parse(FactTables.All[0].Date, System.Globalization.CultureInfo.InvariantCulture);

        Assert.DoesNotContain(FactCheck.Run(null, written.AddDays(FactCheck.MostDays), At), found => found.Arguments[0] == "aws");
        Assert.Contains(FactCheck.Run(null, written.AddDays(FactCheck.MostDays + 1), At), found => found.Arguments[0] == "aws");
    }

    [Fact]
    public void Only_the_tables_in_use_are_reported() =>
        Assert.Equal(
            ["aws", "aws-us-east-1"],
            FactCheck.Run(new("us-east-1"), new DateOnly(2040, 1, 1), At).Select(found => found.Arguments[0]));

    [Fact]
    public void A_region_that_stands_in_is_named()
    {
        var found = Assert.Single(FactCheck.Run(new("eu-west-1"), null, At));

        Assert.Equal(("KL2061", "eu-west-1", "eu-central-1"), (found.Rule.Code.Value, found.Arguments[0], found.Arguments[1]));
        Assert.Equal(At, found.Location);
    }
}
