using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// The queue that takes what a unit's handlers could not handle: the one that the redrive policy of the unit's own queue names.
/// SQS itself moves a message there when its process died with it as often as the policy allows.
/// </summary>
internal sealed class DeadLetterQueue(SqsQueue source, QueuePayloads payloads, IReadOnlyList<string> handlers, long mostBytes = TopicLimits.MaxListedBytes)
{
    private const int Batch = 10;
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Visit = TimeSpan.FromSeconds(60);

    private string? _url;

    /// <summary>Adds a message, with its reason.</summary>
    /// <exception cref="InvalidOperationException">The unit's queue has no redrive policy; the message stays there.</exception>
    public async ValueTask AddAsync(SqsMessage message, MessageHead head) =>
        await SendAsync(
            await UrlAsync(CancellationToken.None)
                ?? throw new InvalidOperationException($"The queue {source.Url} has no redrive policy, so the message {head.Id} stays in it until it expires."),
            message, head, CancellationToken.None);

    /// <summary>
    /// The handler's dead letters, oldest first: the first 1,000 that SQS gives, or fewer that are 64 MiB together. Of a group of a FIFO queue SQS gives no more than one
    /// receipt holds, ten, until these are redriven: it holds the others back as long as one of the group is received.
    /// </summary>
    public async ValueTask<IReadOnlyList<DeadLetter>> ListAsync(string handler, CancellationToken cancel)
    {
        var letters = new List<DeadLetter>();
        var bytes = 0L;
        await VisitAsync(async (url, message, head) =>
        {
            if (IsFor(head, handler) && HasRoom())
            {
                var payload = await PayloadOfAsync(message, head, cancel);
                bytes += payload.Length;
                letters.Add(new DeadLetter(
                    head.Id,
                    head.Reason is null ? message.ReceiveCount : head.Failed,
                    head.Reason ?? ReasonOf(message),
                    message.SentAt,
                    payload)
                {
                    Key = message.Group,
                    Schema = head.Schema,
                    Trace = head.Trace,
                });
            }

            return true;
        }, HasRoom, cancel);
        return [.. letters.OrderBy(letter => letter.At).ThenBy(letter => letter.MessageId, StringComparer.Ordinal)];

        bool HasRoom() => bytes < mostBytes;
    }

    /// <summary>Puts the handler's dead letters back into the unit's queue, as if never delivered; returns how many.</summary>
    public async ValueTask<int> RedriveAsync(string handler, CancellationToken cancel)
    {
        var count = 0;
        await VisitAsync(async (url, message, head) =>
        {
            if (!IsFor(head, handler))
            {
                return true;
            }

            await SendAsync(source.Url, message, head with { Failed = 0, Reason = null }, cancel);
            await source.Client.DeleteAsync(url, message.ReceiptHandle, CancellationToken.None);
            count++;
            return false;
        }, static () => true, cancel);
        return count;
    }

    // The dead letters of a FIFO queue are in one, too, and keep their group.
    private ValueTask SendAsync(string url, SqsMessage message, MessageHead head, CancellationToken cancel) => message.Group is null
        ? source.Client.SendAsync(url, message.Body, head.WriteBeside(message.Body), TimeSpan.Zero, cancel)
        : source.Client.SendInOrderAsync(url, message.Body, head.WriteBeside(message.Body), MessageGroup.Again(message), cancel);

    // What SQS moved here was for all of the unit's handlers; it is shown and redriven with the first.
    private bool IsFor(MessageHead head, string handler) =>
        string.Equals(head.Handler ?? handlers.Order(StringComparer.Ordinal).First(), handler, StringComparison.Ordinal);

    // What a bus could not deliver it puts here itself (docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html, 2026-11-22).
    private static string ReasonOf(SqsMessage message) => message.Attributes.TryGetValue("ERROR_MESSAGE", out var error)
        ? $"EventBridge could not deliver it: {error}"
        : "SQS gave it up: the process ended each time that it handled the message.";

    private async ValueTask<ReadOnlyMemory<byte>> PayloadOfAsync(SqsMessage message, MessageHead head, CancellationToken cancel)
    {
        try
        {
            return (await payloads.OpenAsync(message, head, cancel))();
        }
        catch (FormatException)
        {
            // Its reason says so; who looks at it sees what came.
            return message.Body;
        }
        catch (IOException)
        {
            // The same.
            return message.Body;
        }
    }

    /// <summary>Receives every message once and shows those again of which <paramref name="visit"/> says that they stay.</summary>
    private async Task VisitAsync(Func<string, SqsMessage, MessageHead, ValueTask<bool>> visit, Func<bool> goesOn, CancellationToken cancel)
    {
        if (await UrlAsync(cancel) is not { } url)
        {
            return;
        }

        // Not the messages: their bodies would fill the memory.
        var staying = new List<string>();
        try
        {
            while (goesOn() && staying.Count < TopicLimits.MaxListedDeadLetters && await source.Client.ReceiveAsync(url, Batch, Wait, Visit, cancel) is { Count: > 0 } messages)
            {
                // All of them: one that cannot be visited must not keep the others until their visit ends.
                staying.AddRange(messages.Select(message => message.ReceiptHandle));
                foreach (var message in messages)
                {
                    if (!await visit(url, message, payloads.DeadHeadOf(message)))
                    {
                        staying.Remove(message.ReceiptHandle);
                    }
                }
            }
        }
        finally
        {
            foreach (var handle in staying)
            {
                await source.Client.ChangeVisibilityAsync(url, handle, TimeSpan.Zero, CancellationToken.None);
            }
        }
    }

    private async ValueTask<string?> UrlAsync(CancellationToken cancel) =>
        _url ??= await source.Client.DeadLetterQueueAsync(source.Url, cancel) is { } arn ? source.Client.UrlOf(arn) : null;
}
