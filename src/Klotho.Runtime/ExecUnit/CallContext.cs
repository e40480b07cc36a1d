namespace Klotho;

/// <summary>What a method may know of the call from another process that it answers.</summary>
/// <param name="Method">The full name of the interface, a dot and the method's name.</param>
/// <param name="IdempotencyKey">The same each time that the call is sent, and of no other call: the key for doing it only once.</param>
public sealed record CallContext(string Method, string IdempotencyKey)
{
    private static readonly AsyncLocal<CallContext?> OfThisFlow = new();

    /// <summary>The call that is being answered; null outside of one, as where units run in one process and a call is a plain call.</summary>
    public static CallContext? Current
    {
        get => OfThisFlow.Value;
        internal set => OfThisFlow.Value = value;
    }
}
