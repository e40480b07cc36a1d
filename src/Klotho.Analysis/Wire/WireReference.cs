namespace Klotho.Analysis.Wire;

/// <summary>A value of one of the schema's types.</summary>
public sealed record WireReference(WireTypeName Type) : WireShape;
