using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Catalogue;

/// <summary>Every capability that can be hosted. The list itself is composed at the top of the compiler and handed in.</summary>
public sealed record PlanningCatalogue(EquatableArray<HostedCapability> Capabilities)
{
    public HostedCapability? For(NodeKind kind) => Capabilities.Items.FirstOrDefault(capability => capability.Kind == kind);
}
