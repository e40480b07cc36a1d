namespace Klotho.Emit.Schema;

/// <summary>An input, an output or a member of a nested type.</summary>
public sealed record PropertySchema(string Name, SchemaType Type, bool Required, bool Deprecated);
