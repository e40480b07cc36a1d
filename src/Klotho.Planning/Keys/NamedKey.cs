namespace Klotho.Planning.Keys;

/// <summary>A key's name and what may stand under it.</summary>
public sealed record NamedKey(string Name, KeySpec Spec);
