namespace Klotho.Analysis.Wire;

/// <summary>What a converter of the application writes. Two values are known to fit only where the converter is the same.</summary>
public sealed record WireOpaque(string Converter) : WireShape;
