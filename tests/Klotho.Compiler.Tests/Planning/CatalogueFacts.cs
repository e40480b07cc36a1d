using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Facts;
using Klotho.Planning.Keys;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What must hold for every capability and candidate, so that a new one cannot forget it.</summary>
public sealed class CatalogueFacts
{
    public static TheoryData<string> Candidates =>
        [.. TestCatalogue.Shipped.Capabilities.Items.SelectMany(capability => capability.Candidates.Items.Select(candidate => $"{capability.Kind}/{candidate.Type}"))];

    [Fact]
    public void Kinds_and_sections_are_unique_and_each_capability_has_a_candidate()
    {
        var capabilities = TestCatalogue.Shipped.Capabilities.Items;
        var sections = capabilities.Select(capability => string.Join('.', capability.Section)).ToList();

        Assert.Equal(capabilities.Length, capabilities.Select(capability => capability.Kind).Distinct().Count());
        Assert.Equal(sections.Count, sections.Distinct().Count());
        Assert.DoesNotContain(sections, section => sections.Any(other => other.StartsWith(section + ".", StringComparison.Ordinal)));
        Assert.All(capabilities, capability => Assert.NotEmpty(capability.Candidates));
    }

    [Theory]
    [MemberData(nameof(Candidates))]
    public void A_parameter_is_described_and_its_default_is_allowed(string name) =>
        Assert.All(Find(name).Parameters, parameter =>
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", parameter.Name);
            Assert.EndsWith(".", parameter.Description, StringComparison.Ordinal);
            Assert.Null(ScalarKey.Of(parameter).Refusal(parameter.Default));
        });

    [Theory]
    [MemberData(nameof(Candidates))]
    public void A_limit_names_its_source_and_its_date(string name) =>
        Assert.All(Find(name).Limits, limit =>
        {
            Assert.True(limit.Value > 0);
            Assert.Contains(':', limit.Source);
            Assert.True(DateOnly.TryParseExact(limit.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        });

    /// <summary>A limit that no candidate reads is one that nobody keeps up to date.</summary>
    [Fact]
    public void Every_limit_belongs_to_a_candidate()
    {
        var types = TestCatalogue.Shipped.Capabilities.Items.SelectMany(capability => capability.Candidates.Items).Where(candidate => candidate.Limits.Count > 0).ToList();

        Assert.Empty(LimitTable.Types.Except(types.Select(candidate => candidate.Type.Name)));
    }

    /// <summary>No directive can lift a limit: a parameter of that name ends where the limit is.</summary>
    [Theory]
    [MemberData(nameof(Candidates))]
    public void No_parameter_reaches_beyond_a_limit_of_its_name(string name)
    {
        var candidate = Find(name);
        Assert.All(candidate.Limits, limit =>
        {
            if (candidate.Parameters.Items.FirstOrDefault(parameter => parameter.Name.Replace('_', ' ') == limit.Name) is { Maximum: { } maximum })
            {
                Assert.Equal(limit.Value, maximum);
            }
        });
    }

    /// <summary>The candidate of a name out of <see cref="Candidates"/>.</summary>
    internal static Candidate Find(string name) => TestCatalogue.Shipped.For(Kind(name))?.Find(name.Split('/')[1])
        ?? throw new ArgumentException(name, nameof(name));

    internal static NodeKind Kind(string name) => new(name.Split('/')[0]);
}
