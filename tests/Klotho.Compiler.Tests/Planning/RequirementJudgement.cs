using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Each requirement that a node can satisfy alone says what a way of hosting it lacks, and by how much.</summary>
public sealed class RequirementJudgement
{
    private static readonly Traits Plain = new(default, new(99.9m), ScalesToZero: false);

    public static TheoryData<string, string> Satisfied => new()
    {
        { "availability: 99.9%", "availability" },
        { "durability: {rpo: 5min}", "5 minutes lost" },
        { "durability: {rto: 1h}", "an hour to recover" },
        { "scale_to_zero: true", "scales to zero" },
        { "scale_to_zero: false", "plain" },
        { "cold_start: none", "plain" },
        { "cold_start: allowed", "starts cold" },
        { "max_duration: 15min", "900 s" },
        { "max_duration: 999d", "plain" },
        { "memory: 2 GiB", "2 GiB" },
        { "portability: kubernetes", "portable" },
        { "portability: none", "plain" },
        { "network: private", "private" },
        { "network: any", "plain" },
        { "compliance: {encryption: own_keys}", "own keys" },
        { "compliance: {encryption: provider_keys}", "plain" },
        { "compliance: {log_retention: 90d}", "logs 90" },
        { "traffic: {peak: 100 rps}", "100 rps" },
        { "traffic: {payload: 256 KiB}", "256 KiB" },
    };

    public static TheoryData<string, string, string, string> Missed => new()
    {
        { "availability: 99.99%", "plain", "99.9%", "0.0009" },
        { "durability: {rpo: 4min}", "5 minutes lost", "5min", "0.2" },
        { "durability: {rpo: 0s}", "5 minutes lost", "5min", "1" },
        { "durability: {rpo: 1d}", "plain", "no promise", "1" },
        { "durability: {rto: 30min}", "an hour to recover", "1h", "0.5" },
        { "durability: {rto: 30min}", "plain", "no promise", "1" },
        { "scale_to_zero: true", "plain", "false", "1" },
        { "cold_start: none", "starts cold", "allowed", "1" },
        { "max_duration: 20min", "900 s", "15min", "0.25" },
        { "memory: 4 GiB", "2 GiB", "2 GiB", "0.5" },
        { "portability: kubernetes", "plain", "none", "1" },
        { "network: private", "plain", "any", "1" },
        { "compliance: {encryption: own_keys}", "plain", "provider_keys", "1" },
        { "compliance: {log_retention: 180d}", "logs 90", "90d", "0.5" },
        { "compliance: {log_retention: 180d}", "directive 90", "90d", "0.5" },
        { "traffic: {peak: 200 rps}", "100 rps", "100 rps", "0.5" },
        { "traffic: {payload: 512 KiB}", "256 KiB", "256 KiB", "0.5" },
    };

    [Theory]
    [MemberData(nameof(Satisfied))]
    public void What_is_given_satisfies(string line, string variant) =>
        Assert.Null(RequirementCases.Single(line).Judge(Variant(variant), Context(variant)));

    [Theory]
    [MemberData(nameof(Missed))]
    public void What_is_lacking_is_said_with_its_figure(string line, string variant, string gives, string gap)
    {
        var requirement = RequirementCases.Single(line);

        var shortfall = requirement.Judge(Variant(variant), Context(variant));

        Assert.NotNull(shortfall);
        Assert.Equal((requirement, gives, gap), (shortfall.Requirement, shortfall.Gives, FormattableString.Invariant($"{shortfall.Gap:0.####}")));
    }

    /// <summary>What a shortfall offers, written into the file, is what would satisfy it.</summary>
    [Theory]
    [MemberData(nameof(Missed))]
    public void The_figure_in_place_of_the_requirement_satisfies(string line, string variant, string gives, string gap)
    {
        Assert.NotEmpty(gap);
        if (gives == "no promise")
        {
            return;
        }

        var colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        var relaxed = RequirementCases.Single($"{line[..(colon + 2)]}{gives}{(line.EndsWith('}') ? "}" : "")}");

        Assert.Null(relaxed.Judge(Variant(variant), Context(variant)));
    }

    private static Variant Variant(string name) => new(
        new("test"),
        name == "logs 90" ? new([new("log_retention_days", new ParameterValue.Whole(90))]) : default,
        name switch
        {
            "5 minutes lost" => Plain with { DataLoss = Duration.OfSeconds(300) },
            "an hour to recover" => Plain with { Recovery = Duration.OfSeconds(3600) },
            "scales to zero" => Plain with { ScalesToZero = true },
            "starts cold" => Plain with { ColdStart = Duration.OfSeconds(1) },
            "900 s" => Plain with { MaxDuration = Duration.OfSeconds(900) },
            "2 GiB" => Plain with { Memory = DataSize.OfGiB(2) },
            "portable" => Plain with { Portability = Portability.Kubernetes },
            "private" => Plain with { Network = NetworkPlace.Private },
            "own keys" => Plain with { OwnKeys = true },
            "100 rps" => Plain with { MaxRate = new Rate(100) },
            "256 KiB" => Plain with { MaxPayload = DataSize.OfKiB(256) },
            _ => Plain,
        },
        CostEstimate.Nothing,
        EquatableArray<FacilityId>.Empty);

    private static VariantContext Context(string name)
    {
        var graph = CaseGraph.Read("exec_unit:main at App.cs:1\n");
        return new(
            graph.Nodes[0], graph, Demand.Assumed, Wish.None,
            name == "directive 90" ? new([new("log_retention_days", new ParameterValue.Whole(90))]) : default,
            new(new RegionName("eu-central-1"), System.Collections.Frozen.FrozenDictionary<string, Fact>.Empty));
    }
}
