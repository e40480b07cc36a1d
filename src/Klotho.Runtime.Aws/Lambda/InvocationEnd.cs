using Klotho.Drivers;
using Microsoft.Extensions.Logging;

namespace Klotho.Aws;

/// <summary>
/// What is done when an invocation is answered and before the next one is asked for, where Lambda freezes the process. The client has its answer by then and does not
/// wait for it; the time is the function's, which its timeout ends and its owner pays.
/// </summary>
internal sealed partial class InvocationEnd(IEnumerable<IAfterInvocation> work, IEnumerable<ITelemetryFlush> telemetry, TimeProvider time, ILogger<InvocationEnd> logger)
{
    /// <summary>What is not done in that time goes on after the next invocation. A small function takes seconds to build the model of a database.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(5);

    /// <summary>A collector that does not answer costs each invocation no more.</summary>
    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(1);

    private readonly IAfterInvocation[] _work = [.. work];
    private readonly ITelemetryFlush[] _telemetry = [.. telemetry];

    public async ValueTask RunAsync(Invocation invocation)
    {
        foreach (var each in _work)
        {
            await RunAsync(invocation, async () =>
            {
                using var enough = new CancellationTokenSource(Share(invocation, LongestWork), time);
                await each.RunAsync(enough.Token);
            });
        }

        // Last, so that it takes what the work before has told of itself.
        foreach (var flush in _telemetry)
        {
            await RunAsync(invocation, () => flush.FlushAsync(Share(invocation, LongestFlush)));
        }
    }

    private async ValueTask RunAsync(Invocation invocation, Func<ValueTask> due)
    {
        try
        {
            await due();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The invocation is answered: what failed is due again after the next one.
            LogNotDone(failure, invocation.RequestId);
        }
    }

    // Of a request that took all the time that it had, some is left to tell of it; an end at the deadline would fail what is answered.
    private TimeSpan Share(Invocation invocation, TimeSpan longest)
    {
        var half = (invocation.Deadline - time.GetUtcNow()) / 2;
        return half > longest ? longest : half > TimeSpan.Zero ? half : TimeSpan.Zero;
    }

    private static readonly Action<ILogger, string, Exception?> NotDoneMessage = LoggerMessage.Define<string>(LogLevel.Warning, new(0, nameof(LogNotDone)),
        "After invocation {RequestId} not everything could be done that was due; it goes on after the next one.");

    private void LogNotDone(Exception failure, string requestId) => NotDoneMessage(logger, requestId, failure);
}
