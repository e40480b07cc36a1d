using Klotho.Analysis.Collections;
using Klotho.Emit;
using Klotho.Planning.Catalogue;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The catalogues that planning is tested with.</summary>
internal static class TestCatalogue
{
    /// <summary>What the compiler ships.</summary>
    public static PlanningCatalogue Shipped { get; } = CapabilityCatalogue.All.Planning;

    /// <summary>The same with a second type for execution units, so that types can differ from file to file.</summary>
    public static PlanningCatalogue WithTwoTypes { get; } = new(Shipped.Capabilities.Items
        .Select(capability => capability.Kind.Name == "exec_unit"
            ? capability with { Candidates = new([.. capability.Candidates, new ContainerCandidate()]) }
            : capability.Kind.Name == "redis_node" ? WithCluster(capability)
            : capability)
        .ToEquatableArray());

    /// <summary>Caches with a second section, whose entries ask for a type without saying so.</summary>
    private static HostedCapability WithCluster(HostedCapability caches) => caches with
    {
        Candidates = new([.. caches.Candidates, new ContainerCandidate()]),
        OtherSections = new([new(new(["persisted", "redis_cluster"]), "clusters of caches", "Caches that are clusters, by id.", new([new("container")]))]),
    };
}
