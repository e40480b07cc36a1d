using Klotho.Analysis.Graph;

namespace Klotho.Planning.Plans;

/// <summary>An existing resource that hosts a node from now on, by the id that the provider knows it by.</summary>
public sealed record ImportedResource(NodeId Node, string ProviderId, Origin Origin);
