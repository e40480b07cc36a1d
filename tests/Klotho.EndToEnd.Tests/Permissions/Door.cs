using System.Net;
using System.Net.Sockets;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Stands before a server that a process connects to, on a free port of loopback.</summary>
internal abstract class Door : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    protected Door()
    {
        _listener.Start();
        Address = $"{_listener.LocalEndpoint}";
        _accepting = AcceptAsync();
    }

    /// <summary>The host and port.</summary>
    public string Address { get; }

    protected CancellationToken End => _end.Token;

    public virtual async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    protected abstract Task ServeAsync(Stream caller);

    /// <summary>A connection to what the door stands before.</summary>
    protected async Task<Stream> OpenAsync(string host, int port)
    {
        var onward = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await onward.ConnectAsync(host, port, End);
        return new NetworkStream(onward, ownsSocket: true);
    }

    /// <summary>Hands on what either says, until one of them ends.</summary>
    protected Task JoinAsync(Stream caller, Stream server) => Task.WhenAny(caller.CopyToAsync(server, End), server.CopyToAsync(caller, End));

    private async Task AcceptAsync()
    {
        while (true)
        {
            _ = AdmitAsync(await _listener.AcceptSocketAsync(_end.Token));
        }
    }

    private async Task AdmitAsync(Socket caller)
    {
        await using var stream = new NetworkStream(caller, ownsSocket: true);
        await ServeAsync(stream);
    }
}
