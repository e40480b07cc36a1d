using System.Globalization;
using System.Text;

namespace Klotho.Aws;

/// <summary>
/// An answer that Lambda is handed in chunks. Why one is not whole stands in its trailers.
/// Source: docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming, 2026-11-23.
/// </summary>
/// <param name="connection">The connection, on which nothing else is asked meanwhile.</param>
/// <param name="path">Where Lambda takes the answer.</param>
internal sealed class RuntimeAnswerStream(RuntimeConnection connection, string path) : IDisposable
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private const string ErrorBody = "Lambda-Runtime-Function-Error-Body";

    private bool _hasBegun;

    // A chunk whose sending was cancelled may be on its way by half: then nothing can follow it.
    private bool _isCut;

    /// <summary>Begins the answer.</summary>
    /// <exception cref="HttpRequestException">Lambda's API cannot be reached.</exception>
    public async Task BeginAsync(string contentType, CancellationToken cancel)
    {
        await connection.OpenAsync(cancel);
        _hasBegun = true;
        await SendAsync(
            Encoding.ASCII.GetBytes(
                $"POST {connection.Api.AbsolutePath}{path} HTTP/1.1\r\n" +
                $"Host: {connection.Api.Authority}\r\n" +
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
    /// <exception cref="IOException">The connection broke before that.</exception>
    /// <exception cref="HttpRequestException">Lambda's API refused it.</exception>
    public async Task EndAsync(RuntimeError? error)
    {
        var trailers = error is null ? "" : $"{ErrorType}: {error.Type}\r\n{ErrorBody}: {Convert.ToBase64String(error.Write().Span)}\r\n";
        await SendAsync(Encoding.ASCII.GetBytes($"0\r\n{trailers}\r\n"), CancellationToken.None);
        (await connection.ReadAsync(CancellationToken.None)).OrRefused();
        _hasBegun = false;
    }

    /// <summary>Gives up what has begun and did not end.</summary>
    public void Dispose()
    {
        if (_hasBegun)
        {
            connection.Drop();
        }
    }

    private async ValueTask SendAsync(byte[] bytes, CancellationToken cancel)
    {
        if (_isCut)
        {
            throw new IOException("The streamed answer was cut within a chunk.");
        }

        _isCut = true;
        await connection.WriteAsync(bytes, cancel);
        _isCut = false;
    }
}
