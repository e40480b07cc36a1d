using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>A channel for one thing: what fails on a channel closes it.</summary>
internal static class BriefChannel
{
    public static async ValueTask UseAsync(BrokerLink link, Func<IChannel, Task> work, CancellationToken cancel)
    {
        var channel = await link.OpenChannelAsync(null, cancel);
        try
        {
            await BrokerPatience.DoneAsync(work(channel), cancel);
        }
        catch (IOException)
        {
            link.Doubt();
            throw;
        }
        finally
        {
            Retirement.Begin(channel);
        }
    }
}
