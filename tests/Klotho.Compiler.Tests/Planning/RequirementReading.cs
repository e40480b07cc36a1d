using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What klotho.yaml requires becomes typed records with places, and holds for the nodes that it means.</summary>
public sealed class RequirementReading
{
    private static readonly HostedCapability Units = Capability("exec_unit");

    private static readonly HostedCapability Gateways = Capability("gateway");

    private static readonly HostedCapability Stores = Capability("kv");

    public static TheoryData<string, string> Lines => new()
    {
        { "latency: {p50: 100ms}", "LatencyRequirement latency.p50" },
        { "latency: {p95: 200ms}", "LatencyRequirement latency.p95" },
        { "latency: {p99: 300ms}", "LatencyRequirement latency.p99" },
        { "latency: 300ms", "LatencyRequirement latency.p99" },
        { "traffic: {average: 50 rps}", "AverageTrafficRequirement traffic.average" },
        { "traffic: {peak: 500 rps}", "PeakTrafficRequirement traffic.peak" },
        { "traffic: {payload: 20 KiB}", "PayloadRequirement traffic.payload" },
        { "traffic: {stored: 50 GiB}", "StoredDataRequirement traffic.stored" },
        { "traffic: {work: 100ms}", "WorkRequirement traffic.work" },
        { "traffic: {growth: 20%/year}", "GrowthRequirement traffic.growth" },
        { "availability: 99.95%", "AvailabilityRequirement availability" },
        { "monthly_cost: 200 USD/month", "MonthlyCostRequirement monthly_cost" },
        { "durability: {rpo: 5min}", "DataLossRequirement durability.rpo" },
        { "durability: {rto: 1h}", "RecoveryRequirement durability.rto" },
        { "data_residency: eu", "DataResidencyRequirement data_residency" },
        { "regions: [eu-central-1, eu-west-1]", "RegionsRequirement regions" },
        { "regions: eu-central-1", "RegionsRequirement regions" },
        { "scale_to_zero: true", "ScaleToZeroRequirement scale_to_zero" },
        { "cold_start: none", "ColdStartRequirement cold_start" },
        { "max_duration: 20min", "MaxDurationRequirement max_duration" },
        { "memory: 2 GiB", "MemoryRequirement memory" },
        { "portability: kubernetes", "PortabilityRequirement portability" },
        { "portability: none", "PortabilityRequirement portability" },
        { "network: private", "NetworkRequirement network" },
        { "compliance: {encryption: own_keys}", "EncryptionRequirement compliance.encryption" },
        { "compliance: {log_retention: 365d}", "LogRetentionRequirement compliance.log_retention" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_becomes_a_requirement_on_the_application(string line, string expected)
    {
        var requirement = RequirementCases.Single(line);

        Assert.Equal(expected, $"{requirement.GetType().Name} {requirement.Name}");
        Assert.Null(requirement.Scope);
        Assert.Equal($"requirements.{requirement.Name}", requirement.Path);
        Assert.Equal("klotho.yaml:1", $"{requirement.Origin}");
    }

    /// <summary>No kind is without a line above.</summary>
    [Fact]
    public void Every_kind_is_read() => Assert.Equal(
        RequirementCatalogue.All.Items.SelectMany(kind => kind.Leaves.Items.Select(kind.NameOf)).Order(StringComparer.Ordinal),
        Lines.Select(row => $"{row[1]}".Split(' ')[1]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_and_sections_do_not_share_names() =>
        Assert.Empty(RequirementCatalogue.All.Items.Select(kind => kind.Name)
            .Intersect(TestCatalogue.Shipped.Capabilities.Items.Select(capability => capability.Section[0])));

    [Fact]
    public void Values_are_typed()
    {
        Assert.Equal(Duration.OfMilliseconds(300), Assert.IsType<LatencyRequirement>(RequirementCases.Single("latency: 300ms")).Most);
        Assert.Equal(Percentile.P95, Assert.IsType<LatencyRequirement>(RequirementCases.Single("latency: {p95: 1s}")).Percentile);
        Assert.Equal(Money.OfUsd(200), Assert.IsType<MonthlyCostRequirement>(RequirementCases.Single("monthly_cost: 200 USD/month")).Most);
        Assert.Equal(["eu-west-1", "eu-central-1"], Assert.IsType<RegionsRequirement>(RequirementCases.Single("regions: [eu-west-1, eu-central-1]")).Regions.Items.Select(region => region.Value));
        Assert.Equal(365, Assert.IsType<LogRetentionRequirement>(RequirementCases.Single("compliance: {log_retention: 365d}")).Days);
    }

    [Fact]
    public void Below_a_section_it_holds_for_one_node_in_any_depth()
    {
        var found = RequirementCases.Read("""
            requirements:
              latency: {p99: 300ms}
              execution_units: {ocr: {max_duration: 20min, latency: 1s}}
              persisted: {kv: {slides: {durability: {rpo: 5min, rto: 1h}}}}
            """).Requirements;

        Assert.Equal(
        [
            "requirements.execution_units.ocr.latency.p99 exec_unit:ocr 1s 3:57",
            "requirements.execution_units.ocr.max_duration exec_unit:ocr 20min 3:41",
            "requirements.latency.p99  300ms 2:18",
            "requirements.persisted.kv.slides.durability.rpo kv:slides 5min 4:47",
            "requirements.persisted.kv.slides.durability.rto kv:slides 1h 4:58",
        ], found.Items.Select(one => $"{one.Path} {one.Scope} {one.Value} {one.Location.Line}:{one.Location.Column}"));
    }

    [Fact]
    public void A_nodes_own_requirement_holds_before_the_applications()
    {
        var lookup = Lookup("{availability: 99.9%, max_duration: 1min, execution_units: {ocr: {availability: 99%}}}");

        Assert.Equal(["availability 99%", "max_duration 1min"], Of(lookup, Units, "ocr"));
        Assert.Equal(["availability 99.9%", "max_duration 1min"], Of(lookup, Units, "main"));
        Assert.Equal(["availability 99.9%"], Of(lookup, Stores, "slides"));
    }

    [Fact]
    public void What_means_nothing_for_a_node_does_not_hold_for_it()
    {
        var lookup = Lookup("{network: private, durability: {rpo: 1h}, compliance: {encryption: own_keys, log_retention: 90d}, cold_start: none, data_residency: eu, monthly_cost: 100 USD/month}");

        Assert.Equal(["cold_start none", "network private", "compliance.log_retention 90d"], Of(lookup, Units, "main"));
        Assert.Equal(["durability.rpo 1h", "network private", "compliance.encryption own_keys"], Of(lookup, Stores, "slides"));
        Assert.Equal(["compliance.log_retention 90d"], Of(lookup, Gateways, "api"));
    }

    [Fact]
    public void Wishes_say_what_candidates_must_offer()
    {
        var lookup = Lookup("{memory: 2 GiB, max_duration: 20min, cold_start: none, network: private, availability: 99.9%, compliance: {encryption: own_keys, log_retention: 90d}, durability: {rpo: 5min}}");

        Assert.Equal(
            new Wish(DataSize.OfGiB(2), Duration.OfSeconds(1200), 90, Availability: new(99.9m), NoColdStart: true, PrivateNetwork: true),
            RequirementLookup.Wish(lookup.For(Node(Units, "main"), Units)));
        Assert.Equal(
            new Wish(DataLoss: Duration.OfSeconds(300), Availability: new(99.9m), OwnKeys: true, PrivateNetwork: true),
            RequirementLookup.Wish(lookup.For(Node(Stores, "slides"), Stores)));
    }

    [Theory]
    [InlineData("{}", "1 10 10 KiB 1 GiB 100ms")]
    [InlineData("{traffic: {average: 50 rps}}", "50 500 10 KiB 1 GiB 100ms")]
    [InlineData("{traffic: {peak: 50 rps}}", "5 50 10 KiB 1 GiB 100ms")]
    [InlineData("{traffic: {growth: 20%/year, average: 50 rps, peak: 60 rps}}", "60 72 10 KiB 1288490189 B 100ms")]
    [InlineData("{traffic: {payload: 2 MiB, stored: 50 GiB, work: 3s}}", "1 10 2 MiB 50 GiB 3s")]
    [InlineData("{traffic: {average: 9 rps}, persisted: {kv: {slides: {traffic: {average: 2 rps}}}}}", "2 20 10 KiB 1 GiB 100ms")]
    public void Demand_follows_from_the_nearest_traffic(string requirements, string expected)
    {
        // The store takes all but the work of code; the unit is asked for that.
        var lookup = Lookup(requirements);
        var store = RequirementLookup.Demand(lookup.For(Node(Stores, "slides"), Stores));
        var unit = RequirementLookup.Demand(lookup.For(Node(Units, "main"), Units));

        Assert.Equal(expected, $"{store.Average.PerSecond:0.##} {store.Peak.PerSecond:0.##} {store.Payload} {store.Stored} {unit.WorkPerRequest}");
    }

    private static IEnumerable<string> Of(RequirementLookup lookup, HostedCapability capability, string id) =>
        lookup.For(Node(capability, id), capability).Items.Select(found => $"{found.Name} {found.Value}");

    private static RequirementLookup Lookup(string requirements) => new(RequirementCases.Read($"requirements: {requirements}\n").Requirements);

    private static NodeId Node(HostedCapability capability, string id) => new(capability.Kind, id);

    private static HostedCapability Capability(string kind) => TestCatalogue.Shipped.Capabilities.Items.Single(capability => capability.Kind.Name == kind);
}
