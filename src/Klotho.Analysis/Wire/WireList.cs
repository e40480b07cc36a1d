namespace Klotho.Analysis.Wire;

/// <summary>A JSON array.</summary>
public sealed record WireList(WireListKind Kind, WireValue Element) : WireShape;
