namespace Klotho.Analysis.Graph;

/// <summary>One step of the path by which a unit reaches an operation.</summary>
public sealed record WitnessStep(string Symbol, SourceLocation Location);
