namespace Klotho.Wiring;

/// <summary>Which messages a handler takes.</summary>
/// <param name="member">The value by which messages are told apart; a message with an empty one is of those that only handlers of all take.</param>
/// <param name="values">The values whose messages it takes, character by character.</param>
public sealed class HandledOnly<TMessage>(Func<TMessage, string?> member, params string[] values)
{
    private readonly HashSet<string> _values = new(values, StringComparer.Ordinal);

    internal bool Takes(TMessage message) => member(message) is { Length: > 0 } value && _values.Contains(value);
}
