namespace Klotho;

/// <summary>A payload is over the limit of what hosts it (or of what it is planned to be hosted on). The message names both.</summary>
public sealed class PayloadTooLargeException(string message) : Exception(message);
