using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>A connection and the socket below it.</summary>
internal sealed class BrokerLink(IConnection connection, ITcpClient? socket) : IDisposable, IAsyncDisposable
{
    private volatile bool _isCut;

    /// <summary>Whether it counts as open: the client says so of a connection on which it waits for itself, too.</summary>
    public bool IsOpen => !_isCut && connection.IsOpen;

    /// <summary>Opens a channel.</summary>
    /// <exception cref="IOException">The broker did not do so in 10 seconds; as it does nothing sooner than that, the connection is given up.</exception>
    public async Task<IChannel> OpenChannelAsync(CreateChannelOptions? options, CancellationToken cancel)
    {
        try
        {
            return await BrokerPatience.OpenedAsync(connection.CreateChannelAsync(options, cancel), cancel);
        }
        catch (IOException)
        {
            Cut();
            throw;
        }
    }

    /// <summary>Finds out, beside the work, whether the connection is to blame for something that was not done in time, and gives it up if so.</summary>
    public void Doubt() => Retirement.Begin(OpenChannelAsync(null, CancellationToken.None));

    /// <summary>
    /// Ends it without asking anybody: the socket is closed, so that the broker hands out again what this process held, whatever the
    /// client waits for.
    /// </summary>
    public void Cut()
    {
        _isCut = true;
        socket?.Close();
        Retirement.Begin(connection);
    }

    public void Dispose() => connection.Dispose();

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
