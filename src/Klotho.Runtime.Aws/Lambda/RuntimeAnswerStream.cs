using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Klotho.Aws;

/// <summary>
/// An answer that Lambda is handed in chunks. HttpClient cannot send it: why an answer is not whole stands in trailers of the request, and it sends none.
/// Source: docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming, 2026-11-23.
/// </summary>
/// <param name="url">Where Lambda takes the answer.</param>
internal sealed class RuntimeAnswerStream(Uri url) : IDisposable
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private const string ErrorBody = "Lambda-Runtime-Function-Error-Body";

    private readonly TcpClient _client = new() { NoDelay = true };

    // A chunk whose sending was cancelled may be on its way by half: then nothing can follow it.
    private bool _isCut;

    /// <summary>Begins the answer.</summary>
    /// <exception cref="HttpRequestException">Lambda's API cannot be reached.</exception>
    public async Task BeginAsync(string contentType, CancellationToken cancel)
    {
        try
        {
            await _client.ConnectAsync(url.Host, url.Port, cancel);
        }
        catch (SocketException refused)
        {
            throw new HttpRequestException("Lambda's runtime API cannot be reached.", refused);
        }

        await SendAsync(
            Encoding.ASCII.GetBytes(
                $"POST {url.PathAndQuery} HTTP/1.1\r\n" +
                $"Host: {url.Authority}\r\n" +
                "Connection: close\r\n" +
                $"Content-Type: {contentType}\r\n" +
                "Lambda-Runtime-Function-Response-Mode: streaming\r\n" +
                "Transfer-Encoding: chunked\r\n" +
                $"Trailer: {ErrorType}, {ErrorBody}\r\n\r\n"),
            cancel);
    }

    /// <summary>Hands on what comes next of the answer.</summary>
    /// <exception cref="IOException">Lambda's API takes no more.</exception>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        // A chunk of no bytes would be the end.
        if (bytes.Length == 0)
        {
            return ValueTask.CompletedTask;
        }

        var size = Encoding.ASCII.GetBytes(bytes.Length.ToString("X", CultureInfo.InvariantCulture));
        return SendAsync([.. size, .. "\r\n"u8, .. bytes.Span, .. "\r\n"u8], cancel);
    }

    /// <summary>Ends the answer and waits until Lambda has taken it.</summary>
    /// <param name="error">Why it is not whole, or null.</param>
    /// <exception cref="IOException">Lambda's API did not take it.</exception>
    public async Task EndAsync(RuntimeError? error)
    {
        var trailers = error is null ? "" : $"{ErrorType}: {error.Type}\r\n{ErrorBody}: {Convert.ToBase64String(error.Write().Span)}\r\n";
        await SendAsync(Encoding.ASCII.GetBytes($"0\r\n{trailers}\r\n"), CancellationToken.None);
        using var answer = new StreamReader(_client.GetStream(), Encoding.ASCII);
        var status = await answer.ReadLineAsync();
        if (status?.StartsWith("HTTP/1.1 202 ", StringComparison.Ordinal) != true)
        {
            throw new IOException($"Lambda's runtime API answered '{status}' to the end of a streamed answer.");
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask SendAsync(byte[] bytes, CancellationToken cancel)
    {
        if (_isCut)
        {
            throw new IOException("The streamed answer was cut within a chunk.");
        }

        _isCut = true;
        await _client.GetStream().WriteAsync(bytes, cancel);
        _isCut = false;
    }
}
