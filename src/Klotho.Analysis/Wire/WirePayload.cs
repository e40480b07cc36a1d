namespace Klotho.Analysis.Wire;

/// <summary>One kind of payload that goes through a node.</summary>
/// <param name="Role">What it is to the node.</param>
/// <param name="Name">Which one it is where a node has several: the method by which another unit calls; empty otherwise.</param>
/// <param name="Type">The C# type as documents show it; for a request, the method's parameters.</param>
/// <param name="Schema">What it looks like.</param>
public sealed record WirePayload(WireRole Role, string Name, string Type, WireSchema Schema);
