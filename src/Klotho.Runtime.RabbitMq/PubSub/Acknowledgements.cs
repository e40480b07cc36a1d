using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>
/// Acknowledges messages and waits until the broker knows. AMQP answers no acknowledgement, but a channel does one thing after the other: when it has answered
/// a question that was asked later, it has taken the acknowledgement. One question serves all who acknowledged ahead of it.
/// </summary>
/// <param name="channel">The channel.</param>
/// <param name="window">What the channel is asked for: what it was asked for before, so that nothing changes.</param>
internal sealed class Acknowledgements(IChannel channel, ushort window)
{
    private readonly Lock _lock = new();
    private Task _asked = Task.CompletedTask;
    private Task? _next;

    /// <summary>Acknowledges a message.</summary>
    /// <exception cref="IOException">The broker did not answer in 30 seconds; the message may come again.</exception>
    public async Task AddAsync(ulong tag)
    {
        await BrokerPatience.DoneAsync(channel.BasicAckAsync(tag, multiple: false).AsTask(), CancellationToken.None);
        Task question;
        lock (_lock)
        {
            question = _next ??= AskAfterAsync(_asked);
        }

        await question;
    }

    private async Task AskAfterAsync(Task before)
    {
        // Once the question before has its answer, for whoever waited for that hears if it has none.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _asked = _next ?? Task.CompletedTask;
            _next = null;
        }

        await BrokerPatience.DoneAsync(channel.BasicQosAsync(0, window, global: false), CancellationToken.None);
    }
}
