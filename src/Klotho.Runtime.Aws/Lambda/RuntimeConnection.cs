using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Klotho.Aws;

/// <summary>
/// The connection to Lambda's API, kept from one request to the next. It speaks what of HTTP/1.1 that API does: HttpClient does more, but a process that
/// starts would compile more than a hundred methods for it before its first answer, and it cannot send trailers.
/// </summary>
/// <param name="api">Where the API is.</param>
internal sealed class RuntimeConnection(Uri api) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private Socket? _socket;
    private int _start;
    private int _end;

    public Uri Api => api;

    /// <summary>Connects, unless the connection of before is still good.</summary>
    /// <exception cref="HttpRequestException">The API cannot be reached.</exception>
    public async ValueTask OpenAsync(CancellationToken cancel)
    {
        // Something to read where no answer is owed is the end of the connection.
        if (_socket is { } kept && !kept.Poll(0, SelectMode.SelectRead))
        {
            return;
        }

        Drop();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket = socket;
        try
        {
            await socket.ConnectAsync(api.Host, api.Port, cancel);
        }
        catch (SocketException refused)
        {
            Drop();
            throw new HttpRequestException("Lambda's runtime API cannot be reached.", refused);
        }
    }

    /// <exception cref="IOException">The API takes no more.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await Open.SendAsync(bytes, SocketFlags.None, cancel)..];
            }
        }
        catch (SocketException cut)
        {
            throw new IOException("The connection to Lambda's runtime API broke.", cut);
        }
    }

    /// <summary>Waits for the answer to what was written.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    /// <exception cref="FormatException">The answer is not HTTP.</exception>
    public async ValueTask<RuntimeResponse> ReadAsync(CancellationToken cancel)
    {
        var status = await LineAsync(cancel);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(cancel) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[colon < 0 ? line : line[..colon]] = colon < 0 ? "" : line[(colon + 1)..].Trim();
        }

        var content = headers.TryGetValue("Transfer-Encoding", out var encoding) && encoding.EndsWith("chunked", StringComparison.OrdinalIgnoreCase)
            ? await ChunksAsync(cancel)
            : await BytesAsync(headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0, cancel);
        return new(status.Length > 12 && int.TryParse(status.AsSpan(9, 3), out var code) ? code : throw new FormatException($"'{status}' is no status."), headers, content);
    }

    /// <summary>Gives the connection up: what is on its way on it is not whole.</summary>
    public void Drop()
    {
        _socket?.Dispose();
        _socket = null;
        (_start, _end) = (0, 0);
    }

    public void Dispose() => Drop();

    private Socket Open => _socket ?? throw new IOException("There is no connection to Lambda's runtime API.");

    private async ValueTask<byte[]> ChunksAsync(CancellationToken cancel)
    {
        using var whole = new MemoryStream();
        while (true)
        {
            var size = int.Parse((await LineAsync(cancel)).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                while (await LineAsync(cancel) is { Length: > 0 })
                {
                    // Trailers say nothing that is asked for.
                }

                return whole.ToArray();
            }

            whole.Write(await BytesAsync(size, cancel));
            await LineAsync(cancel);
        }
    }

    private async ValueTask<byte[]> BytesAsync(int length, CancellationToken cancel)
    {
        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            await FillAsync(cancel);
            var take = Math.Min(length - done, _end - _start);
            _buffer.AsSpan(_start, take).CopyTo(bytes.AsSpan(done));
            (_start, done) = (_start + take, done + take);
        }

        return bytes;
    }

    private async ValueTask<string> LineAsync(CancellationToken cancel)
    {
        var line = new StringBuilder();
        while (true)
        {
            await FillAsync(cancel);
            var ready = _buffer.AsSpan(_start, _end - _start);
            var end = ready.IndexOf((byte)'\n');
            line.Append(Encoding.ASCII.GetString(end < 0 ? ready : ready[..end]));
            _start += end < 0 ? ready.Length : end + 1;
            if (end >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }
    }

    // Gets more where nothing is left.
    private async ValueTask FillAsync(CancellationToken cancel)
    {
        if (_start < _end)
        {
            return;
        }

        try
        {
            (_start, _end) = (0, await Open.ReceiveAsync(_buffer.AsMemory(), SocketFlags.None, cancel));
        }
        catch (SocketException cut)
        {
            throw new IOException("The connection to Lambda's runtime API broke.", cut);
        }

        if (_end == 0)
        {
            throw new IOException("Lambda's runtime API closed the connection in the middle of an answer.");
        }
    }
}
