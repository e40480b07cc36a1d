using Klotho.Analysis;
using Klotho.Emit.Capabilities;
using Klotho.Planning.Catalogue;

namespace Klotho.Emit;

/// <summary>The one ordered list of capabilities that can be hosted: a new one is a line here and a folder per project.</summary>
public sealed record CapabilityCatalogue(EquatableArray<Capability> Capabilities)
{
    public static readonly CapabilityCatalogue All = new(EquatableArray<Capability>.Empty);

    public PlanningCatalogue Planning => new(Capabilities.Items.Select(capability => capability.Hosting).ToEquatableArray());
}
