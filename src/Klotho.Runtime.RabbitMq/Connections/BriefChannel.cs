using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>A channel for one thing: what fails on a channel closes it.</summary>
internal static class BriefChannel
{
    public static async ValueTask UseAsync(IConnection connection, Func<IChannel, Task> work, CancellationToken cancel)
    {
        var channel = await BrokerPatience.OpenedAsync(connection.CreateChannelAsync(cancellationToken: cancel), cancel);
        try
        {
            await BrokerPatience.DoneAsync(work(channel), cancel);
        }
        finally
        {
            Retirement.Begin(channel);
        }
    }
}
