namespace Klotho.Analysis.Graph;

/// <summary>One fact about a node as documents and explanations show it.</summary>
public sealed record NodeProperty(string Name, string Value);
