using Microsoft.AspNetCore.Http;

namespace Klotho.Aws;

/// <summary>Where a response's bytes go, and how the response ends.</summary>
internal interface IResponseBody : IDisposable
{
    /// <summary>Called once, before the first byte: status and headers are final.</summary>
    ValueTask StartAsync(int status, IHeaderDictionary headers, CancellationToken cancel);

    /// <exception cref="PayloadTooLargeException">Lambda does not take so much.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Ends a response that is whole. Gives what the invocation is still to be answered with, or null where Lambda has the answer already.</summary>
    /// <exception cref="PayloadTooLargeException">Lambda does not take so much.</exception>
    Task<ReadOnlyMemory<byte>?> EndAsync(int status, IHeaderDictionary headers);

    /// <summary>Answers with a bare status instead. What was handed on already cannot be taken back: it ends with the error then.</summary>
    Task<ReadOnlyMemory<byte>?> ReplaceAsync(int status, RuntimeError error);

    /// <summary>Ends a response that has begun with an error. False where Lambda has nothing of it yet, so that the invocation itself can fail.</summary>
    Task<bool> FailAsync(RuntimeError error);
}
