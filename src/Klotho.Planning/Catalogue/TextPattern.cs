namespace Klotho.Planning.Catalogue;

/// <summary>What a text must match, in the dialect that .NET and JSON Schema share, and how a sentence says that.</summary>
public sealed record TextPattern(string Regex, string Meaning);
