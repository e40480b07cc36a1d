namespace Klotho.Emit.Resources;

/// <summary>The provider resources to create, sorted by name.</summary>
public sealed record ResourceGraph;
