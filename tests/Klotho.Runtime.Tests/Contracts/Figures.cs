namespace Klotho.Runtime.Tests.Contracts;

/// <summary>An argument and a result.</summary>
public sealed record Figures(string Name, IReadOnlyList<double> Values);
