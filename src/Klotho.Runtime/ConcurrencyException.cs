namespace Klotho;

/// <summary>The condition of a write did not hold: somebody else wrote in between. Read again and retry.</summary>
public sealed class ConcurrencyException(string message, Exception? inner = null) : Exception(message, inner);
