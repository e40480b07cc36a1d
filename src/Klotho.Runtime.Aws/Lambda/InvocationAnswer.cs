namespace Klotho.Aws;

/// <summary>What Lambda is answered.</summary>
/// <param name="Json">The answer, or null where it was handed on while it was made.</param>
/// <param name="Sent">Runs once the answer is sent, before the next invocation is asked for: Lambda freezes a process that only waits.</param>
/// <param name="Failure">Why the answer is not whole: Lambda has been told, the log not yet.</param>
internal sealed record InvocationAnswer(ReadOnlyMemory<byte>? Json, Func<Task>? Sent = null, Exception? Failure = null);
