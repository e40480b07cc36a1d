namespace Klotho.Analysis.Wire;

/// <summary>What System.Text.Json neither writes nor reads.</summary>
/// <param name="Type">The type as C# spells it.</param>
/// <param name="Reason">Why, as the end of a sentence about the type: <c>is a delegate</c>.</param>
public sealed record WireUnsupported(string Type, string Reason) : WireShape;
