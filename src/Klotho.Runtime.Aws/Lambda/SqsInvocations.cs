using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Klotho.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.Aws;

/// <summary>
/// Messages of the unit's queues, which Lambda receives. What could not be handled is named in the answer; SQS shows it again
/// when its visibility timeout ends, and after as many attempts as the queue allows it is a dead letter. Of a group of a FIFO queue, the messages behind
/// one that failed are named with it (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html, 2026-11-22).
/// </summary>
internal sealed partial class SqsInvocations(
    IEnumerable<SubscriptionHandler> handlers, IConfiguration configuration, IAwsClients clients, IOptions<KlothoOptions> options, IServiceScopeFactory scopes,
    ILogger<SqsInvocations> logger) : IInvocationHandler
{
    private const string EventSource = "aws:sqs";

    public bool Takes(JsonElement invoked) =>
        JsonText.Find(invoked, "Records") is { ValueKind: JsonValueKind.Array } records &&
        records.EnumerateArray().Any() &&
        records.EnumerateArray().All(record => JsonText.Of(record, "eventSource") == EventSource);

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        using var activity = XRayTrace.Start("sqs", invocation.TraceId);
        var failed = new ConcurrentBag<string>();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Value.Concurrency) };

        // A message without a group has one of its own.
        var groups = invocation.Event.GetProperty("Records").EnumerateArray().Select(SqsRecord.Read)
            .GroupBy(record => (record.Queue, IsOrdered: record.Message.Group is not null, record.Message.Group ?? record.Message.Id));
        await Parallel.ForEachAsync(groups, atOnce, async (group, _) =>
        {
            // Those behind one that failed are not handled: SQS shows them again together, in their order.
            var isHeldUp = false;
            foreach (var (message, queue) in group)
            {
                isHeldUp = isHeldUp || !await TryHandleAsync(message, queue, cancel);
                if (isHeldUp)
                {
                    failed.Add(message.Id);
                }
            }
        });
        return new InvocationAnswer(Write(failed.Order(StringComparer.Ordinal)));
    }

    private async Task<bool> TryHandleAsync(SqsMessage message, string queue, CancellationToken cancel)
    {
        var receivers = ReceiversOf(queue, message).ToList();
        if (receivers.Count == 0)
        {
            LogNoHandler(message.Id, queue);
            return false;
        }

        var handled = true;
        foreach (var (receiver, payloads, head) in receivers)
        {
            // One handler's failure keeps the message from no other.
            handled &= await TryHandleAsync(receiver, head, () => payloads.OpenAsync(message, head, cancel), head.Failed + message.ReceiveCount, cancel);
        }

        return handled;
    }

    private async Task<bool> TryHandleAsync(
        SubscriptionHandler receiver, MessageHead head, Func<ValueTask<Func<ReadOnlyMemory<byte>>>> payload, int attempt, CancellationToken cancel)
    {
        var (topic, name) = (receiver.Subscriber.Topic, receiver.Subscriber.Name);
        try
        {
            cancel.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            await receiver.HandleAsync(scope.ServiceProvider, new ReceivedMessage(head.Id, attempt, (await payload())()) { Schema = head.Schema, Trace = head.Trace }, cancel);
            return true;
        }
        catch (RetryLaterException later)
        {
            LogRetryLater(topic, name, head.Id, later.Message);
            return false;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of the user's code: whatever it throws is a failed attempt of this message alone.
            LogFailed(failure, topic, name, head.Id, attempt);
            return false;
        }
    }

    // The queue is the one that the topic's subscription is bound to; a copy that is for one handler goes to no other.
    private IEnumerable<(SubscriptionHandler Handler, QueuePayloads Payloads, MessageHead Head)> ReceiversOf(string queue, SqsMessage message)
    {
        foreach (var handler in handlers)
        {
            if (QueueBinding.Find(configuration, clients, handler.Subscriber.Topic, handler.Subscriber.Unit) is { } binding &&
                string.Equals(binding.Queue.Text, queue, StringComparison.Ordinal) &&
                binding.Payloads.HeadOf(message) is var head &&
                (head.Handler is null || string.Equals(head.Handler, handler.Subscriber.Name, StringComparison.Ordinal)))
            {
                yield return (handler, binding.Payloads, head);
            }
        }
    }

    // Source: docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html, 2026-11-22.
    private static ReadOnlyMemory<byte> Write(IEnumerable<string> failed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("batchItemFailures");
            foreach (var id in failed)
            {
                json.WriteStartObject();
                json.WriteString("itemIdentifier", id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static readonly Action<ILogger, string, string, string, int, Exception?> FailedMessage = LoggerMessage.Define<string, string, string, int>(LogLevel.Warning, new(0, nameof(LogFailed)),
        "Topic {Topic}, {Handler}: message {MessageId} failed, attempt {Attempt}.");

    private void LogFailed(Exception failure, string topic, string handler, string messageId, int attempt) => FailedMessage(logger, topic, handler, messageId, attempt, failure);

    private static readonly Action<ILogger, string, string, string, string, Exception?> RetryLaterMessage = LoggerMessage.Define<string, string, string, string>(LogLevel.Warning, new(0, nameof(LogRetryLater)),
        "Topic {Topic}, {Handler}: message {MessageId} is kept: {Reason}");

    private void LogRetryLater(string topic, string handler, string messageId, string reason) => RetryLaterMessage(logger, topic, handler, messageId, reason, null);

    private static readonly Action<ILogger, string, string, Exception?> NoHandlerMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogNoHandler)),
        "Message {MessageId} of {Queue} has no handler in this unit.");

    private void LogNoHandler(string messageId, string queue) => NoHandlerMessage(logger, messageId, queue, null);
}
