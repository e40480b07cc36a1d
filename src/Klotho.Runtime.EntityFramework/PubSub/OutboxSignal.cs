namespace Klotho.EntityFramework;

/// <summary>Wakes the worker of this process, or the sweep in its place, when it has committed messages that are not published yet.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _committed = new(0);

    public void Set()
    {
        // One is enough to look.
        if (_committed.CurrentCount == 0)
        {
            _committed.Release();
        }
    }

    /// <summary>Waits; false where nothing came.</summary>
    public Task<bool> WaitAsync(TimeSpan patience, CancellationToken cancel) => _committed.WaitAsync(patience, cancel);

    public void Dispose() => _committed.Dispose();
}
