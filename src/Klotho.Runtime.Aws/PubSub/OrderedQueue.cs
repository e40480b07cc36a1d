using System.Collections.Concurrent;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// A unit's FIFO queue for one topic. SQS gives no message of a group while one before it is received; so whatever happens to a message here, those behind
/// it wait, and nobody else's do. The unit's handlers of the topic share the queue: each message is handed to all of them, and deleted when the last
/// has ended it. Messages are fetched one at a time, when every handler has a free place.
/// Source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html, 2026-11-22.
/// </summary>
internal sealed class OrderedQueue(SqsQueue queue, QueuePayloads payloads, IReadOnlyList<string> handlers, TimeSpan lease, TimeProvider time)
    : ISubscriptionQueue, IDisposable, IAsyncDisposable
{
    // More that wait for another attempt go back to the queue, where each receipt counts as an attempt: their payloads would fill the memory.
    private const int MostHeld = 50;

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, OrderedInbox> _inboxes = handlers.ToDictionary(handler => handler, _ => new OrderedInbox(), StringComparer.Ordinal);
    private readonly ConcurrentDictionary<OrderedDelivery, bool> _waiting = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _lock = new();
    private Task? _poll;
    private int _held;

    public bool KeepsOrder => true;

    public DeadLetterQueue Dead { get; } = new(queue, payloads, handlers);

    public async ValueTask CheckAsync(CancellationToken cancel) => await queue.Client.DeadLetterQueueAsync(queue.Url, cancel);

    public bool Serves(string handler) => _inboxes.ContainsKey(handler);

    public async ValueTask<ITopicDelivery> ReceiveAsync(string handler, CancellationToken cancel)
    {
        var inbox = _inboxes[handler];
        inbox.Want(1);
        try
        {
            while (true)
            {
                if (inbox.TryTake() is { } delivery)
                {
                    return delivery;
                }

                if (Failed() is { } failed)
                {
                    await failed;
                }

                PollIfAllHaveRoom(cancel);
                await inbox.Signal.WaitAsync(cancel);
            }
        }
        finally
        {
            inbox.Want(-1);
        }
    }

    /// <summary>Hands a message to its handler again after <paramref name="delay"/>; false if too many wait already.</summary>
    public bool TryHold(string handler, OrderedDelivery again, TimeSpan delay)
    {
        if (_closed.IsCancellationRequested || Interlocked.Increment(ref _held) > MostHeld)
        {
            Interlocked.Decrement(ref _held);
            return false;
        }

        _waiting[again] = true;
        _ = PutAfterAsync(_inboxes[handler], again, delay);
        return true;
    }

    /// <summary>A message is with its handler.</summary>
    public void Took(OrderedDelivery delivery)
    {
        if (_waiting.TryRemove(delivery, out _) && delivery.IsHeld)
        {
            Interlocked.Decrement(ref _held);
        }
    }

    public void Dispose() => _closed.Cancel();

    /// <summary>Hands back what waits here, so that another process need not wait for the end of its lease.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        foreach (var delivery in _waiting.Keys)
        {
            await delivery.GiveBackAsync();
        }
    }

    private async Task PutAfterAsync(OrderedInbox inbox, OrderedDelivery again, TimeSpan delay)
    {
        try
        {
            await Task.Delay(delay, time, _closed.Token);
            inbox.Put(again);
        }
        catch (OperationCanceledException)
        {
            // Whoever closed the queue hands it back.
        }
    }

    // A poll belongs to nobody: whoever waits for its end could not take what is due again meanwhile.
    private void PollIfAllHaveRoom(CancellationToken cancel)
    {
        lock (_lock)
        {
            if (_poll is null or { IsCompleted: true } && _inboxes.Values.All(inbox => inbox.HasRoom))
            {
                _poll = PollAsync(cancel);
                _ = _poll.ContinueWith(_ => WakeAll(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private Task? Failed()
    {
        lock (_lock)
        {
            var failed = _poll is { IsFaulted: true } ? _poll : null;
            _poll = failed is null ? _poll : null;
            return failed;
        }
    }

    private void WakeAll()
    {
        foreach (var inbox in _inboxes.Values)
        {
            inbox.Wake();
        }
    }

    private async Task PollAsync(CancellationToken cancel)
    {
        foreach (var message in await queue.Client.ReceiveAsync(queue.Url, 1, LongPoll, lease, cancel))
        {
            await RouteAsync(message);
        }
    }

    private async Task RouteAsync(SqsMessage message)
    {
        var head = payloads.HeadOf(message);

        // To the end: what is received is handed out.
        var payload = await payloads.OpenAsync(message, head, CancellationToken.None);
        var receivers = head.Handler is null ? handlers : [head.Handler];
        var receipt = new OrderedReceipt(queue, message, receivers.Count, lease, time);
        _ = receipt.KeepAsync();
        foreach (var handler in receivers)
        {
            var delivery = new OrderedDelivery(this, receipt, head, payload, handler, failed: 0);
            if (_inboxes.TryGetValue(handler, out var inbox))
            {
                _waiting[delivery] = true;
                inbox.Put(delivery);
            }
            else
            {
                await delivery.DeadLetterAsync($"This version of the unit has no handler {handler}.");
            }
        }
    }
}
