namespace Klotho.Aws;

/// <summary>What Lambda is answered.</summary>
/// <param name="Json">The answer.</param>
/// <param name="Sent">Runs once the answer is sent, before the next invocation is asked for: Lambda freezes a process that only waits.</param>
internal sealed record InvocationAnswer(ReadOnlyMemory<byte> Json, Func<Task>? Sent = null);
