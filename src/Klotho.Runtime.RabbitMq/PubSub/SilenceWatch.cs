using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>
/// Asks the broker on a channel that has been silent for a while whether it still answers. The client calls a channel open of whose end it
/// has not heard, and it hears nothing while it waits for something itself; a connection that is alive is no proof either.
/// </summary>
internal sealed class SilenceWatch(IChannel channel, string queue, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private volatile bool _heard;

    /// <summary>Something came.</summary>
    public void Heard() => _heard = true;

    /// <summary>Waits for as long as the channel answers; why it does not, or null where it is no longer used.</summary>
    /// <param name="over">Whether it is no longer used.</param>
    public async Task<Exception?> UntilLostAsync(CancellationToken over)
    {
        using var timer = new PeriodicTimer(Patience, time);
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                if (!_heard)
                {
                    // That the queue is there is told on the way: where it is not, the broker closes the channel.
                    await BrokerPatience.AnsweredAsync(channel.QueueDeclarePassiveAsync(queue, over), time, over);
                }

                _heard = false;
            }
        }
        catch (Exception failure) when (BrokerFailure.Is(failure))
        {
            return over.IsCancellationRequested ? null : failure;
        }

        return null;
    }
}
