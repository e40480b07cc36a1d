using System.Collections.Concurrent;
using Klotho.Drivers;
using Microsoft.Extensions.Hosting;

namespace Klotho.RabbitMq;

/// <summary>The brokers that this process's bindings name.</summary>
internal sealed class Brokers(ValueSources values, IHostEnvironment environment) : IDisposable, IAsyncDisposable
{
    private readonly ConcurrentDictionary<BrokerAddress, Broker> _brokers = new();

    public Broker At(BrokerAddress address) => _brokers.GetOrAdd(address, asked => new Broker(asked, values, environment.ApplicationName));

    public void Dispose()
    {
        foreach (var broker in _brokers.Values)
        {
            broker.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var broker in _brokers.Values)
        {
            await broker.DisposeAsync();
        }
    }
}
