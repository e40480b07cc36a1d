namespace Klotho.Planning.Quantities;

/// <summary>
/// A text taken apart: the number and the unit as they are written, and the amount in the smallest unit (which counts
/// only where <paramref name="Fault"/> is none).
/// </summary>
public sealed record QuantityReading(long Amount, QuantityFault Fault, string Number, string Unit);
