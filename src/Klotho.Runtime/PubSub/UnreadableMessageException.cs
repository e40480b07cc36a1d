namespace Klotho.Drivers;

/// <summary>
/// A message that the handler's type cannot be read from. No further attempt would change that, so it is a dead letter at once; its reason says
/// with which schema it was written and with which it is read.
/// </summary>
public sealed class UnreadableMessageException(string message, Exception? inner = null) : Exception(message, inner);
