namespace Klotho.Analysis.Wire;

/// <summary>A JSON object of entries. Keys are property names, that is: text which a reader parses as <paramref name="Key"/>.</summary>
public sealed record WireMap(WireShape Key, WireValue Element, bool IsReadable = true) : WireShape;
