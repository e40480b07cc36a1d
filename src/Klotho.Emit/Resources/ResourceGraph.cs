using Klotho.Analysis.Collections;

namespace Klotho.Emit.Resources;

/// <summary>
/// The provider resources to create, sorted by name, and what a deployment reports. Names are unique, every reference
/// ends in a resource of this graph, and no resource needs itself.
/// </summary>
public sealed record ResourceGraph(EquatableArray<Resource> Resources, EquatableArray<StackOutput> Outputs);
