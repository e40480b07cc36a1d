using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Capabilities.Config;
using Klotho.Emit.Capabilities.ExecUnit;
using Klotho.Emit.Capabilities.Expose;
using Klotho.Emit.Capabilities.Persist.Blob;
using Klotho.Emit.Capabilities.Persist.Cache;
using Klotho.Emit.Capabilities.Persist.KeyValue;
using Klotho.Emit.Capabilities.Persist.Orm;
using Klotho.Emit.Capabilities.Persist.Secret;
using Klotho.Emit.Capabilities.PubSub;
using Klotho.Emit.Capabilities.Schedule;
using Klotho.Emit.Capabilities.StaticUnit;
using Klotho.Planning.Catalogue;

namespace Klotho.Emit;

/// <summary>The one ordered list of capabilities that can be hosted: a new one is a line here and a folder per project.</summary>
public sealed record CapabilityCatalogue(EquatableArray<Capability> Capabilities)
{
    public static readonly CapabilityCatalogue All = new(new EquatableArray<Capability>(
    [
        ExecUnitCapability.Capability,
        ExposeCapability.Capability,
        StaticUnitCapability.Capability,
        KeyValueCapability.Capability,
        BlobCapability.Capability,
        OrmCapability.Capability,
        CacheCapability.Capability,
        SecretCapability.Capability,
        PubSubCapability.Capability,
        ScheduleCapability.Capability,
        ConfigCapability.Capability,
    ]));

    public PlanningCatalogue Planning => new(Capabilities.Items.Select(capability => capability.Hosting with
    {
        Emitted = capability.Lowerings.Items.Select(lowering => lowering.Candidate).ToEquatableArray(),
    }).ToEquatableArray());
}
