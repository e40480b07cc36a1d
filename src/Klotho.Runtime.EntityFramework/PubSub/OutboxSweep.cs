using Klotho.Drivers;

namespace Klotho.EntityFramework;

/// <summary>
/// Takes the worker's place where the host freezes the process between requests: looks after the first request for what a killed process left, after the next one where a look
/// or a commit did not end well, and after one a minute anyway, as another process may have left something meanwhile.
/// </summary>
internal sealed class OutboxSweep(OutboxDispatcher dispatcher, OutboxSignal signal, TimeProvider time) : IAfterInvocation
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private IReadOnlyList<ContextRegistration>? _outboxes;
    private bool _isDue = true;
    private long _looked;

    public async ValueTask RunAsync(CancellationToken cancel)
    {
        _isDue |= await signal.WaitAsync(TimeSpan.Zero, cancel);
        if (!_isDue && time.GetElapsedTime(_looked) < Longest)
        {
            return;
        }

        _isDue = true;
        _looked = time.GetTimestamp();
        var found = OutboxFinding.Empty;
        foreach (var outbox in _outboxes ??= dispatcher.Outboxes())
        {
            found |= await dispatcher.TryDispatchAsync(outbox, cancel);
        }

        _isDue = OutboxDispatcher.Waits(found);
    }
}
