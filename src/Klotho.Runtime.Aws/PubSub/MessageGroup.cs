using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>The groups of a FIFO topic or queue that stand for the keys of messages.</summary>
internal static class MessageGroup
{
    private const int Longest = 128;

    /// <summary>The group of a key: the key itself where it may be one, else a digest of it, so that any text may be a key.</summary>
    public static string Of(string key) => key.Length <= Longest && key.All(letter => letter is > ' ' and <= '~')
        ? key
        : KeyDigest.Of(key);

    /// <summary>The turn of a message. Published again after a lost answer, it has the same id and is not kept twice.</summary>
    public static MessageTurn TurnOf(OutgoingMessage message) => new(Of(message.Key ?? message.Id), message.Id);

    /// <summary>The turn of a message that was kept before: a new one, since the queue may remember the old.</summary>
    public static MessageTurn Again(SqsMessage message) => new(message.Group ?? message.Id, Guid.NewGuid().ToString("N"));
}
