using Klotho.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Aws;

/// <summary>
/// Hands a message that invoked the function itself to the handlers that subscribe to it. Lambda does not say how often it has tried: each attempt is a first one. Where a
/// handler fails, so does the invocation, which Lambda then repeats, twice by default, with the same message for all of them
/// (docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html, 2026-11-23).
/// </summary>
internal sealed class DirectDelivery(IEnumerable<SubscriptionHandler> handlers, IConfiguration configuration, IAwsClients clients, IServiceScopeFactory scopes)
{
    // Those that have such a binding: settings do not change while a function lives, and each reading of one opens its bucket.
    private readonly Lazy<List<(SubscriptionHandler Handler, DirectBinding Binding)>> _direct = new(() =>
    [
        .. handlers
            .Select(handler => (Handler: handler, Binding: DirectBinding.Find(configuration, clients, handler.Subscriber.Topic, handler.Subscriber.Unit)))
            .SelectMany(found => found.Binding is { } binding ? [(found.Handler, binding)] : Array.Empty<(SubscriptionHandler, DirectBinding)>()),
    ]);

    /// <param name="message">The message, as a queue would hold it.</param>
    /// <param name="isFor">Whether a subscription to the topic of that id takes it.</param>
    /// <param name="from">Where it comes from, for who looks why nobody takes it.</param>
    /// <param name="cancel">Signalled a little before the invocation's deadline.</param>
    /// <exception cref="InvalidOperationException">The unit has no handler for it.</exception>
    /// <exception cref="AggregateException">Several handlers failed; what one throws is thrown as it is.</exception>
    public async Task DeliverAsync(SqsMessage message, Func<DirectBinding, string, bool> isFor, string from, CancellationToken cancel)
    {
        var receivers = _direct.Value.Where(direct => isFor(direct.Binding, direct.Handler.Subscriber.Topic)).ToList();
        if (receivers.Count == 0)
        {
            throw new InvalidOperationException($"Message {message.Id} of {from} has no handler in this unit.");
        }

        // One handler's failure keeps the message from no other.
        var all = Task.WhenAll(receivers.Select(receiver => HandleAsync(receiver.Handler, receiver.Binding.Payloads, message, cancel)));
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.Exception is { InnerExceptions.Count: > 1 } several)
        {
            throw several;
        }

        await all;
    }

    private async Task HandleAsync(SubscriptionHandler handler, QueuePayloads payloads, SqsMessage message, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var head = payloads.HeadOf(message);
        var payload = await payloads.OpenAsync(message, head, cancel);
        await using var scope = scopes.CreateAsyncScope();
        await handler.HandleAsync(scope.ServiceProvider, new ReceivedMessage(head.Id, message.ReceiveCount, payload()) { Schema = head.Schema, Trace = head.Trace }, cancel);
    }
}
