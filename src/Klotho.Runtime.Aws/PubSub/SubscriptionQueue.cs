using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// A unit's queue for one topic. The unit's handlers of the topic share it: each message is handed to all of them, and deleted
/// when the last has ended it. A handler that fails while others do not, or that has no free place, gets a copy of its own.
/// As many messages are fetched at once as all handlers have free places for, or one where some have none, so that none waits here while its lease runs.
/// </summary>
internal sealed class SubscriptionQueue(SqsQueue queue, QueuePayloads payloads, IReadOnlyList<string> handlers, TimeSpan lease) : ISubscriptionQueue
{
    private const int MostAtOnce = 10;

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);

    // A copy for a handler without a free place: long enough for one to come free, short enough not to be noticed.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Inbox> _inboxes = handlers.ToDictionary(handler => handler, _ => new Inbox(), StringComparer.Ordinal);
    private readonly SemaphoreSlim _polling = new(1);
    private readonly Deletions _deletions = new(queue);

    public bool KeepsOrder => false;

    public DeadLetterQueue Dead { get; } = new(queue, payloads, handlers);

    public async ValueTask CheckAsync(CancellationToken cancel) => await queue.Client.DeadLetterQueueAsync(queue.Url, cancel);

    public bool Serves(string handler) => _inboxes.ContainsKey(handler);

    public async ValueTask<ITopicDelivery> ReceiveAsync(string handler, CancellationToken cancel) => (await ReceiveManyAsync(handler, 1, cancel))[0];

    public async ValueTask<IReadOnlyList<ITopicDelivery>> ReceiveManyAsync(string handler, int most, CancellationToken cancel)
    {
        var inbox = _inboxes[handler];
        inbox.Want(most);
        var isTaken = false;
        try
        {
            while (true)
            {
                if (inbox.TryTake(most) is { Count: > 0 } deliveries)
                {
                    isTaken = true;
                    return deliveries;
                }

                // One of those who wait polls for all; when it has its messages, another takes over.
                await (_polling.Wait(0, CancellationToken.None) ? PollAsync(cancel) : inbox.Signal.WaitAsync(cancel));
            }
        }
        finally
        {
            foreach (var unwanted in isTaken ? [] : inbox.Unwant(most))
            {
                await unwanted.RetryAsync(TimeSpan.Zero, countAttempt: false);
            }
        }
    }

    /// <summary>How long from now nobody else gets a message.</summary>
    public ValueTask ShowAfterAsync(SqsMessage message, TimeSpan delay) =>
        queue.Client.ChangeVisibilityAsync(queue.Url, message.ReceiptHandle, delay, CancellationToken.None);

    /// <summary>Keeps a message for as long again as a lease lasts.</summary>
    public ValueTask RenewAsync(SqsMessage message) => ShowAfterAsync(message, lease);

    /// <summary>Puts a copy of a message into the queue.</summary>
    public ValueTask CopyAsync(SqsMessage message, MessageHead head, TimeSpan delay) =>
        queue.Client.SendAsync(queue.Url, message.Body, head.WriteBeside(message.Body), delay, CancellationToken.None);

    /// <summary>Removes a message.</summary>
    public Task DeleteAsync(SqsMessage message) => _deletions.DeleteAsync(message.ReceiptHandle);

    private async Task PollAsync(CancellationToken cancel)
    {
        try
        {
            var count = Math.Clamp(_inboxes.Values.Min(inbox => inbox.Room), 1, MostAtOnce);
            await Task.WhenAll((await queue.Client.ReceiveAsync(queue.Url, count, LongPoll, lease, cancel)).Select(RouteAsync));
        }
        finally
        {
            _polling.Release();
            foreach (var inbox in _inboxes.Values)
            {
                inbox.Wake();
            }
        }
    }

    private async Task RouteAsync(SqsMessage message)
    {
        var head = payloads.HeadOf(message);

        // To the end: what is received is handed out.
        var payload = await payloads.OpenAsync(message, head, CancellationToken.None);
        var receivers = head.Handler is null ? handlers : [head.Handler];
        var receipt = new SharedReceipt(this, message, head, payload, receivers.Count);
        foreach (var handler in receivers)
        {
            var delivery = new SqsDelivery(receipt, handler, Dead);
            if (!_inboxes.TryGetValue(handler, out var inbox))
            {
                await delivery.DeadLetterAsync($"This version of the unit has no handler {handler}.");
            }
            else if (!inbox.TryPut(delivery))
            {
                await delivery.RetryAsync(Breath, countAttempt: false);
            }
        }
    }
}
