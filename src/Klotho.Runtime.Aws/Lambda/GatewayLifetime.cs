using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>Ends a request a little before the invocation's deadline, or when the application aborts it.</summary>
internal sealed class GatewayLifetime : IHttpRequestLifetimeFeature, IDisposable
{
    private readonly CancellationTokenSource _aborted;

    public GatewayLifetime(CancellationToken deadline)
    {
        _aborted = CancellationTokenSource.CreateLinkedTokenSource(deadline);
        RequestAborted = _aborted.Token;
    }

    public CancellationToken RequestAborted { get; set; }

    /// <summary>Whether the application wants no answer sent.</summary>
    public bool IsAborted { get; private set; }

    public void Abort()
    {
        IsAborted = true;
        _aborted.Cancel();
    }

    public void Dispose() => _aborted.Dispose();
}
