using System.Security.Cryptography.X509Certificates;
using Klotho.Drivers;
using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>
/// A connection that is made when it is needed and made anew after it broke. The client's own recovery stays off: it would
/// revive channels behind the backs of deliveries that ended with them.
/// </summary>
internal sealed class BrokerConnection(BrokerAddress address, ValueSources values, string name) : IDisposable, IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private BrokerLink? _link;

    /// <summary>The open connection.</summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">There is no broker, or it does not let this process in.</exception>
    /// <exception cref="IOException">The broker did not answer in 10 seconds.</exception>
    public async ValueTask<BrokerLink> OpenAsync(CancellationToken cancel)
    {
        if (_link is { IsOpen: true } open)
        {
            return open;
        }

        await _opening.WaitAsync(cancel);
        try
        {
            if (_link is { IsOpen: true } opened)
            {
                return opened;
            }

            if (_link is { } broken)
            {
                _link = null;
                broken.Cut();
            }

            return _link = await ConnectAsync(cancel);
        }
        finally
        {
            _opening.Release();
        }
    }

    public void Dispose()
    {
        _link?.Dispose();
        _opening.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_link is not null)
        {
            await _link.DisposeAsync();
        }

        _opening.Dispose();
    }

    private async ValueTask<BrokerLink> ConnectAsync(CancellationToken cancel)
    {
        var factory = await FactoryAsync(cancel);

        // Of the several that may be tried, the last is the one that connects.
        ITcpClient? socket = null;
        factory.SocketFactory = family => socket = ConnectionFactoryBase.DefaultSocketFactory(family);
        var connection = await BrokerPatience.OpenedAsync(factory.CreateConnectionAsync(cancel), cancel);
        return new BrokerLink(connection, socket);
    }

    // The password is read at each connection, so that a changed one is found.
    private async ValueTask<ConnectionFactory> FactoryAsync(CancellationToken cancel) => new()
    {
        HostName = address.Host,
        Port = address.Port,
        VirtualHost = address.VirtualHost,
        UserName = address.User,
        Password = address.Password is { } password ? await values.ReadAsync(password, cancel) : ConnectionFactory.DefaultPass,
        ClientProvidedName = name,
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        Ssl = await TlsAsync(cancel),
    };

    private async ValueTask<SslOption> TlsAsync(CancellationToken cancel)
    {
        var tls = new SslOption(address.Host, enabled: address.Tls);
        if (address.Authority is { } reference)
        {
            var authority = X509Certificate2.CreateFromPem(await values.ReadAsync(reference, cancel));
            tls.CertificateValidationCallback = (_, certificate, _, errors) => BrokerCertificate.IsFrom(authority, certificate, errors);
        }

        return tls;
    }
}
