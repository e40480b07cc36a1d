using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>
/// This process's connections to one broker. What receives has one of its own: a broker that is short of memory stops reading from
/// those who publish, and acknowledgements must not wait behind them.
/// </summary>
internal sealed class Broker : IDisposable, IAsyncDisposable
{
    private readonly BrokerConnection _publishing;

    public Broker(BrokerAddress address, ValueSources values, string application)
    {
        _publishing = new BrokerConnection(address, values, $"{application}, publishing");
        Publisher = new ConfirmedPublisher(_publishing);
        Receiving = new BrokerConnection(address, values, $"{application}, receiving");
    }

    public ConfirmedPublisher Publisher { get; }

    public BrokerConnection Receiving { get; }

    /// <summary>Whether the broker answers: by a channel of its own, which is closed again.</summary>
    public async ValueTask CheckAsync(CancellationToken cancel) => await BriefChannel.UseAsync(await Receiving.OpenAsync(cancel), _ => Task.CompletedTask, cancel);

    public void Dispose()
    {
        Publisher.Dispose();
        _publishing.Dispose();
        Receiving.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        Publisher.Dispose();
        await _publishing.DisposeAsync();
        await Receiving.DisposeAsync();
    }
}
