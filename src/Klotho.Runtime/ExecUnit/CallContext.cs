namespace Klotho;

/// <summary>What a method may know of the call from another process that it answers.</summary>
/// <param name="Method">The full name of the interface, a dot and the method's name.</param>
/// <param name="IdempotencyKey">The same each time that the call is sent, and of no other call: with the method, the key for doing it only once.</param>
public sealed record CallContext(string Method, string IdempotencyKey)
{
    private const int LongestKey = 128;

    private static readonly AsyncLocal<CallContext?> OfThisFlow = new();
    private static readonly AsyncLocal<string?> KeyOfThisFlow = new();

    /// <summary>The call that is being answered; null outside of one, as where units run in one process and a call is a plain call.</summary>
    public static CallContext? Current
    {
        get => OfThisFlow.Value;
        internal set => OfThisFlow.Value = value;
    }

    /// <summary>The key of calls that are made here; null for one of its own for each.</summary>
    internal static string? KeyOfCalls => KeyOfThisFlow.Value;

    /// <summary>
    /// Has the calls that are made until the result is disposed carry a key of the caller's, such as an order's number, so that one which the
    /// caller makes again after a failure is known as the same. Calls of one method are then taken for one call.
    /// </summary>
    /// <param name="idempotencyKey">1 to 128 visible characters of ASCII.</param>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static IDisposable UseKey(string idempotencyKey)
    {
        ArgumentNullException.ThrowIfNull(idempotencyKey);
        if (idempotencyKey.Length is 0 or > LongestKey || !idempotencyKey.All(static character => character is > ' ' and <= '~'))
        {
            throw new ArgumentException($"A key is 1 to {LongestKey} visible characters of ASCII.", nameof(idempotencyKey));
        }

        var before = KeyOfThisFlow.Value;
        KeyOfThisFlow.Value = idempotencyKey;
        return new Scope(before);
    }

    private sealed class Scope(string? before) : IDisposable
    {
        public void Dispose() => KeyOfThisFlow.Value = before;
    }
}
