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
/// Messages of the unit's queues, which Lambda receives. What could not be handled is named in the answer, and SQS shows it again
/// when its visibility timeout ends, until it is a dead letter. Of a group of a FIFO queue, the messages behind
/// one that failed are named with it (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html, 2026-11-22).
/// </summary>
internal sealed partial class SqsInvocations(
    IEnumerable<SubscriptionHandler> handlers, IConfiguration configuration, IAwsClients clients, IOptions<KlothoOptions> options, IServiceScopeFactory scopes,
    ILogger<SqsInvocations> logger) : IInvocationHandler
{
    private const string EventSource = "aws:sqs";

    private readonly ConcurrentDictionary<string, InvokedQueue?> _queues = new(StringComparer.Ordinal);

    public bool Takes(JsonElement invoked) => JsonText.AreRecordsOf(invoked, "eventSource", EventSource);

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

    private async Task<bool> TryHandleAsync(SqsMessage message, string arn, CancellationToken cancel)
    {
        if (_queues.GetOrAdd(arn, Find) is not { } queue)
        {
            LogNoHandler(message.Id, arn);
            return false;
        }

        var head = queue.Payloads.HeadOf(message);
        var attempt = head.Failed + message.ReceiveCount;
        var receivers = queue.ReceiversOf(head);
        List<FailedHandling> failures = receivers.Count > 0 || head.Handler is not { } gone ? []
            : [new(gone, attempt, $"This version of the unit has no handler {gone}.", TimeSpan.Zero, Counts: true)];
        foreach (var receiver in receivers)
        {
            // One handler's failure keeps the message from no other.
            if (attempt > receiver.MaxAttempts)
            {
                failures.Add(new(receiver.Subscriber.Name, attempt, DeadLetter.ReasonAfter(receiver.MaxAttempts), TimeSpan.Zero, Counts: true));
            }
            else if (await FailureOfAsync(receiver, head, () => queue.Payloads.OpenAsync(message, head, cancel), attempt, cancel) is { } failure)
            {
                failures.Add(FailedHandling.Of(failure, receiver, attempt, queue.IsOrdered, options.Value));
            }
        }

        return failures.Count == 0 || await TryEndAsync(queue, message, head, receivers.Count, failures);
    }

    private async Task<Exception?> FailureOfAsync(
        SubscriptionHandler receiver, MessageHead head, Func<ValueTask<Func<ReadOnlyMemory<byte>>>> payload, int attempt, CancellationToken cancel)
    {
        var (topic, name) = (receiver.Subscriber.Topic, receiver.Subscriber.Name);
        try
        {
            cancel.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            await receiver.HandleAsync(scope.ServiceProvider, new ReceivedMessage(head.Id, attempt, (await payload())()) { Schema = head.Schema, Trace = head.Trace }, cancel);
            return null;
        }
        catch (RetryLaterException later)
        {
            LogRetryLater(topic, name, head.Id, later.Message);
            return later;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of the user's code: whatever it throws is a failed attempt of this message alone.
            LogFailed(failure, topic, name, head.Id, attempt);
            return failure;
        }
    }

    private async Task<bool> TryEndAsync(InvokedQueue queue, SqsMessage message, MessageHead head, int receivers, IReadOnlyList<FailedHandling> failures)
    {
        try
        {
            var isEnded = await queue.TryEndAsync(message, head, receivers, failures);
            foreach (var failure in failures.Where(failure => isEnded && failure.Reason is not null))
            {
                LogDeadLetter(failure.Handler, head.Id, failure.Reason ?? "");
            }

            return isEnded;
        }
        catch (Exception failure) when (AwsFailure.Is(failure) || failure is InvalidOperationException)
        {
            // SQS itself moves it when it has come as often as the queue allows.
            LogNotEnded(failure, head.Id);
            return false;
        }
    }

    // The queue is the one that the subscriptions of a topic are bound to.
    private InvokedQueue? Find(string arn)
    {
        var bound = handlers
            .Select(handler => (Handler: handler, Binding: QueueBinding.Find(configuration, clients, handler.Subscriber.Topic, handler.Subscriber.Unit)))
            .Where(each => string.Equals(each.Binding?.Queue.Text, arn, StringComparison.Ordinal))
            .ToList();
        return bound.FirstOrDefault().Binding is { } binding
            ? new(new(() => clients.Sqs(binding.Queue.Region), binding.Queue), binding.Payloads, binding.Queue.IsFifo, [.. bound.Select(each => each.Handler)])
            : null;
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

    private static readonly Action<ILogger, string, string, string, Exception?> DeadLetterMessage = LoggerMessage.Define<string, string, string>(LogLevel.Error, new(0, nameof(LogDeadLetter)),
        "{Handler}: message {MessageId} is now a dead letter: {Reason}");

    private void LogDeadLetter(string handler, string messageId, string reason) => DeadLetterMessage(logger, handler, messageId, reason, null);

    private static readonly Action<ILogger, string, Exception?> NotEndedMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogNotEnded)),
        "Message {MessageId} could not be ended; it comes again when its visibility timeout ends.");

    private void LogNotEnded(Exception failure, string messageId) => NotEndedMessage(logger, messageId, failure);

    private static readonly Action<ILogger, string, string, Exception?> NoHandlerMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogNoHandler)),
        "Message {MessageId} of {Queue} has no handler in this unit.");

    private void LogNoHandler(string messageId, string queue) => NoHandlerMessage(logger, messageId, queue, null);
}
