using Microsoft.AspNetCore.Http;

namespace Klotho.Aws;

/// <summary>Hands a response to Lambda while it is written.</summary>
internal sealed class StreamedBody(RuntimeAnswerStream answer) : IResponseBody
{
    /// <summary>
    /// The most that a function streams in one response, in bytes: 200 MB. Behind the first 6 MB Lambda takes 2 MB a second.
    /// Source: docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html, 2026-11-23.
    /// </summary>
    private const long MaxBytes = 200 * 1024 * 1024;

    private bool _hasBegun;
    private long _written;

    public async ValueTask StartAsync(int status, IHeaderDictionary headers, CancellationToken cancel)
    {
        await answer.BeginAsync(GatewayAnswer.StreamType, cancel);
        _hasBegun = true;
        await answer.WriteAsync(GatewayAnswer.Prelude(status, headers), cancel);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        _written += bytes.Length;
        return _written <= MaxBytes
            ? answer.WriteAsync(bytes, cancel)
            : throw new PayloadTooLargeException($"The response is over {MaxBytes} bytes, AWS Lambda's limit for one that is streamed.");
    }

    public async Task<ReadOnlyMemory<byte>?> EndAsync(int status, IHeaderDictionary headers)
    {
        await answer.EndAsync(null);
        return null;
    }

    public async Task<ReadOnlyMemory<byte>?> ReplaceAsync(int status, RuntimeError error)
    {
        if (!await FailAsync(error))
        {
            await StartAsync(status, new HeaderDictionary(), CancellationToken.None);
            await answer.EndAsync(null);
        }

        return null;
    }

    public async Task<bool> FailAsync(RuntimeError error)
    {
        if (!_hasBegun)
        {
            return false;
        }

        try
        {
            await answer.EndAsync(error);
        }
        catch (Exception failed) when (failed is IOException or HttpRequestException)
        {
            // Lambda itself sees that the answer is cut.
        }

        return true;
    }

    public void Dispose() => answer.Dispose();
}
