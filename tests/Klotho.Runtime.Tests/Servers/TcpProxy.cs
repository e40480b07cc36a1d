using System.Net;
using System.Net.Sockets;

namespace Klotho.Runtime.Tests.Servers;

/// <summary>Stands between clients and a server, and passes on what they say as a subclass has it.</summary>
internal abstract class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    protected TcpProxy(int target)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(target);
    }

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    /// <summary>Passes on a part of what is said; false to cut the connection.</summary>
    /// <param name="part">The part.</param>
    /// <param name="isAnswer">Whether the server says it.</param>
    /// <param name="to">The other side.</param>
    /// <param name="cancel">The proxy's end.</param>
    protected abstract ValueTask<bool> PassAsync(ReadOnlyMemory<byte> part, bool isAnswer, Stream to, CancellationToken cancel);

    private async Task AcceptAsync(int target)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token), target));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int target)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target, _end.Token);
                await Task.WhenAny(PumpAsync(client, server, answers: false), PumpAsync(server, client, answers: true));
            }
            catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException)
            {
                // Either side has gone.
            }
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool answers)
    {
        var buffer = new byte[64 * 1024];
        int length;
        while ((length = await from.GetStream().ReadAsync(buffer, _end.Token)) > 0)
        {
            if (!await PassAsync(buffer.AsMemory(0, length), answers, to.GetStream(), _end.Token))
            {
                return;
            }
        }
    }
}
