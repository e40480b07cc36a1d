namespace Klotho.RabbitMq;

/// <summary>A message received from an ordered queue. It is its key's turn until each of the handlers that it is for has ended it.</summary>
/// <param name="tag">What the channel calls it.</param>
/// <param name="head">What it says of itself.</param>
/// <param name="payload">What was published.</param>
/// <param name="handlers">Those that it is for.</param>
internal sealed class OrderedMessage(ulong tag, MessageHead head, ReadOnlyMemory<byte> payload, IReadOnlyCollection<string> handlers)
{
    private int _open = handlers.Count;

    public ulong Tag { get; } = tag;

    public MessageHead Head { get; } = head;

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    public IReadOnlyCollection<string> Handlers { get; } = handlers;

    /// <summary>Whether a process may have died with it in hand: it was out before, and none of its key ahead of it still was.</summary>
    public bool MayHaveBegun { get; set; }

    /// <summary>Notes that it is begun with, once for all handlers; null until then.</summary>
    public Task<int>? Noting { get; set; }

    /// <summary>How often it was begun with by processes that died, as far as that is known.</summary>
    public int Deaths => Noting is { IsCompletedSuccessfully: true } noted ? noted.Result : 0;

    /// <summary>One handler is done with it; whether all are.</summary>
    public bool End() => Interlocked.Decrement(ref _open) == 0;
}
