using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>A received message that several handlers end, each for itself; the last one acknowledges it.</summary>
internal sealed class SharedReceipt(IChannel channel, ulong tag, int handlers)
{
    private int _open = handlers;
    private volatile bool _returned;

    /// <summary>What is done for a message whose channel broke is done again by whoever gets it next, so it is not begun.</summary>
    /// <exception cref="IOException">The channel broke; the broker hands the message out again.</exception>
    public void RequireHeld()
    {
        if (!channel.IsOpen)
        {
            throw new IOException("The connection to the broker broke while the message was handled; the message comes again.");
        }
    }

    /// <summary>One handler is done with the message, or could not end it and wants it again.</summary>
    public async ValueTask EndAsync(bool isDone)
    {
        _returned |= !isDone;
        if (Interlocked.Decrement(ref _open) != 0)
        {
            return;
        }

        var ending = _returned ? channel.BasicNackAsync(tag, multiple: false, requeue: true) : channel.BasicAckAsync(tag, multiple: false);
        await BrokerPatience.DoneAsync(ending.AsTask(), CancellationToken.None);
    }
}
