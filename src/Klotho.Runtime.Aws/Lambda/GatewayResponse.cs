using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>A response to a request of a gateway, a load balancer or the function's URL.</summary>
internal sealed class GatewayResponse : IHttpResponseFeature, IHttpResponseBodyFeature
{
    private readonly Stack<(Func<object, Task> Callback, object State)> _starting = new();
    private readonly Stack<(Func<object, Task> Callback, object State)> _completed = new();
    private readonly HeaderDictionary _headers = [];
    private readonly IResponseBody _body;
    private PipeWriter? _writer;
    private int _statusCode = StatusCodes.Status200OK;

    /// <param name="body">Takes the bytes of its body.</param>
    public GatewayResponse(IResponseBody body)
    {
        _body = body;
        Stream = new ResponseStream(StartAsync, body);
    }

    public int StatusCode
    {
        get => _statusCode;
        set => _statusCode = HasStarted
            ? throw new InvalidOperationException("The status cannot be set, the response has started.")
            : value;
    }

    public string? ReasonPhrase { get; set; }

    public IHeaderDictionary Headers
    {
        get => _headers;
        set => throw new NotSupportedException("Set headers one by one.");
    }

    // The older way to the body; middleware that replaces the body replaces the whole feature.
    public Stream Body
    {
        get => Stream;
        set => throw new NotSupportedException("Replace IHttpResponseBodyFeature.");
    }

    public bool HasStarted { get; private set; }

    public Stream Stream { get; }

    public PipeWriter Writer => _writer ??= PipeWriter.Create(Stream, new StreamPipeWriterOptions(leaveOpen: true));

    public void OnStarting(Func<object, Task> callback, object state)
    {
        if (HasStarted)
        {
            throw new InvalidOperationException("The response has started.");
        }

        _starting.Push((callback, state));
    }

    public void OnCompleted(Func<object, Task> callback, object state) => _completed.Push((callback, state));

    public void DisableBuffering()
    {
        // What is streamed is not held back, and what is kept goes at once.
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (HasStarted)
        {
            return;
        }

        while (_starting.TryPop(out var starting))
        {
            await starting.Callback(starting.State);
        }

        HasStarted = true;
        _headers.IsReadOnly = true;
        await _body.StartAsync(StatusCode, Headers, cancellationToken);
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public async Task CompleteAsync()
    {
        await StartAsync();
        if (_writer is not null)
        {
            await _writer.FlushAsync();
        }
    }

    /// <summary>Runs what waits for the response to be sent.</summary>
    public async Task SentAsync()
    {
        while (_completed.TryPop(out var completed))
        {
            await completed.Callback(completed.State);
        }
    }
}
