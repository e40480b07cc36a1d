using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Klotho.Drivers;

/// <summary>Tells of the operations of one node of the capability graph. Who calls it asks first whether anybody listens.</summary>
/// <param name="id">The node's id: <c>kv:decks</c>.</param>
internal sealed class ObservedNode(string id)
{
    /// <summary>Whether anybody listens.</summary>
    public static bool IsOn => KlothoTelemetry.Activities.HasListeners() || KlothoTelemetry.Duration.Enabled;

    /// <summary>What an operation goes on from that was begun elsewhere; null where it goes on from nothing, or from what runs here.</summary>
    public ActivityContext? Cause { get; init; }

    /// <summary>Does an operation and tells of it.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="kind">What it is to the trace.</param>
    /// <param name="state">What <paramref name="run"/> needs, so that it need not be made anew for each operation.</param>
    /// <param name="run">The operation.</param>
    /// <param name="tags">What else is known of it. No part of a payload and no key: what they hold may be private.</param>
    public async ValueTask<T> RunAsync<TState, T>(
        string operation, ActivityKind kind, TState state, Func<TState, ValueTask<T>> run, params KeyValuePair<string, object?>[] tags)
    {
        var start = Stopwatch.GetTimestamp();
        using var activity = Start(operation, kind, tags);
        try
        {
            var result = await run(state);
            End(operation, start);
            return result;
        }
        catch (Exception failure) when (IsSeen(operation, start, activity, failure))
        {
            // Never: the failure is only looked at.
            throw;
        }
    }

    /// <summary>Does an operation that gives nothing back and tells of it.</summary>
    public async ValueTask RunAsync<TState>(string operation, ActivityKind kind, TState state, Func<TState, ValueTask> run) =>
        await RunAsync(operation, kind, (state, run), static async at =>
        {
            await at.run(at.state);
            return true;
        });

    /// <summary>Reads items and tells of it when the last one was read, or the reader has enough.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        string operation, IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancel, params KeyValuePair<string, object?>[] tags)
    {
        var start = Stopwatch.GetTimestamp();
        using var activity = Start(operation, ActivityKind.Client, tags);
        await using var each = items.GetAsyncEnumerator(cancel);
        try
        {
            while (await TryMoveAsync(operation, start, activity, each))
            {
                yield return each.Current;
            }
        }
        finally
        {
            if (activity?.Status != ActivityStatusCode.Error)
            {
                End(operation, start);
            }
        }
    }

    private async ValueTask<bool> TryMoveAsync<T>(string operation, long start, Activity? activity, IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync();
        }
        catch (Exception failure) when (IsSeen(operation, start, activity, failure))
        {
            // Never: the failure is only looked at.
            throw;
        }
    }

    private Activity? Start(string operation, ActivityKind kind, KeyValuePair<string, object?>[] tags)
    {
        var activity = Begin($"{operation} {id}", kind);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(KlothoTelemetry.NodeTag, id).SetTag(KlothoTelemetry.OperationTag, operation);
            foreach (var (name, value) in tags)
            {
                activity.SetTag(name, value);
            }
        }

        return activity;
    }

    // As the conventions of OpenTelemetry for messaging have it: a child, or where something of this process is the parent (an invocation with a
    // batch of messages), a link.
    private Activity? Begin(string name, ActivityKind kind) => Cause switch
    {
        { } cause when Activity.Current is null => KlothoTelemetry.Activities.StartActivity(name, kind, cause),
        { } cause => KlothoTelemetry.Activities.StartActivity(name, kind, parentContext: default, links: [new ActivityLink(cause)]),
        null => KlothoTelemetry.Activities.StartActivity(name, kind),
    };

    private bool IsSeen(string operation, long start, Activity? activity, Exception failure)
    {
        // Without the message, which may hold what an item holds.
        var type = failure.GetType().FullName;
        activity?.SetTag(KlothoTelemetry.ErrorTag, type).SetStatus(ActivityStatusCode.Error);
        End(operation, start, type);
        return false;
    }

    private void End(string operation, long start, string? error = null)
    {
        var tags = new TagList { { KlothoTelemetry.NodeTag, id }, { KlothoTelemetry.OperationTag, operation } };
        if (error is not null)
        {
            tags.Add(KlothoTelemetry.ErrorTag, error);
        }

        KlothoTelemetry.Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, tags);
    }
}
