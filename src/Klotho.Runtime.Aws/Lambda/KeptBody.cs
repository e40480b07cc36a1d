using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Klotho.Aws;

/// <summary>Keeps a response in memory, up to Lambda's limit, until it is whole.</summary>
internal sealed class KeptBody(IHttpPayload payload) : IResponseBody
{
    private readonly ArrayBufferWriter<byte> _content = new();

    public ValueTask StartAsync(int status, IHeaderDictionary headers, CancellationToken cancel) => ValueTask.CompletedTask;

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        if (_content.WrittenCount + (long)bytes.Length > GatewayAnswer.MaxBytes)
        {
            throw GatewayAnswer.TooLarge();
        }

        _content.Write(bytes.Span);
        return ValueTask.CompletedTask;
    }

    public Task<ReadOnlyMemory<byte>?> EndAsync(int status, IHeaderDictionary headers) =>
        Task.FromResult<ReadOnlyMemory<byte>?>(payload.Write(status, headers, _content.WrittenSpan));

    public Task<ReadOnlyMemory<byte>?> ReplaceAsync(int status, RuntimeError error) =>
        Task.FromResult<ReadOnlyMemory<byte>?>(payload.Write(status, new HeaderDictionary(), default));

    public Task<bool> FailAsync(RuntimeError error) => Task.FromResult(false);

    public void Dispose()
    {
        // Memory only.
    }
}
