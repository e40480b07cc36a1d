namespace Klotho.Analysis.Wire;

/// <summary>Nothing is sent: the result of a method that has none.</summary>
public sealed record WireNothing : WireShape;
