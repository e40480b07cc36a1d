namespace Klotho.Runtime.Tests.Faults;

/// <summary>What is kept in the end.</summary>
/// <param name="Lost">How much of what was published is nowhere.</param>
/// <param name="HalfWritten">How much is there in a part.</param>
/// <param name="Twice">How much was done more than once, although the application must not.</param>
internal sealed record FaultOutcome(int Lost, int HalfWritten, int Twice = 0);
