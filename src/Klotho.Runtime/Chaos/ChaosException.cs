namespace Klotho;

/// <summary>
/// An operation that fails because <c>Klotho:Chaos</c> says so, in the place of whatever the technology would throw. What it was
/// asked to do may have been done: only the answer was lost then.
/// </summary>
public sealed class ChaosException(string message) : Exception(message);
