using Klotho.Analysis;
using Klotho.Planning.Capabilities.Config;
using Klotho.Planning.Capabilities.ExecUnit;
using Klotho.Planning.Capabilities.Expose;
using Klotho.Planning.Capabilities.Persist.Blob;
using Klotho.Planning.Capabilities.Persist.Cache;
using Klotho.Planning.Capabilities.Persist.KeyValue;
using Klotho.Planning.Capabilities.Persist.Orm;
using Klotho.Planning.Capabilities.Persist.Secret;
using Klotho.Planning.Capabilities.PubSub;
using Klotho.Planning.Capabilities.Schedule;
using Klotho.Planning.Capabilities.StaticUnit;
using Klotho.Planning.Catalogue;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The catalogues that planning is tested with.</summary>
internal static class TestCatalogue
{
    /// <summary>What the compiler ships.</summary>
    public static PlanningCatalogue Shipped { get; } = new(new(
    [
        ExecUnitHosting.Capability, ExposeHosting.Capability, KeyValueHosting.Capability, BlobHosting.Capability,
        OrmHosting.Capability, CacheHosting.Capability, SecretHosting.Capability, PubSubHosting.Capability,
        StaticUnitHosting.Capability, ScheduleHosting.Capability, ConfigHosting.Capability,
    ]));

    /// <summary>The same with a second type for execution units, so that types can differ from file to file.</summary>
    public static PlanningCatalogue WithTwoTypes { get; } = new(Shipped.Capabilities.Items
        .Select(capability => capability.Kind.Name == "exec_unit"
            ? capability with { Candidates = new([.. capability.Candidates, new ContainerCandidate()]) }
            : capability)
        .ToEquatableArray());
}
