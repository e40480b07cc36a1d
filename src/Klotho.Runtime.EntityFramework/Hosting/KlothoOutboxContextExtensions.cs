using Klotho;
using Klotho.Drivers;
using Klotho.EntityFramework;
using Klotho.Wiring;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Publishes messages in the transaction of a context.</summary>
public static class KlothoOutboxContextExtensions
{
    /// <summary>
    /// Publishes a message if, and only if, the changes of the context are saved: <c>SaveChangesAsync</c> writes it in the same transaction,
    /// and after the commit it goes to the topic, at least once and with one id, whatever becomes of this process. Messages of a context
    /// are published in the order in which they were added, those that are <see cref="OrderedByAttribute"/> one key included; those of transactions at
    /// the same time in either.
    /// </summary>
    /// <param name="context">The context, whose model has <see cref="KlothoOutboxModelBuilderExtensions.AddKlothoOutbox"/>.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="message">The message; at most 256 KB of JSON. It is written now: what is changed in it afterwards does not count.</param>
    /// <exception cref="PayloadTooLargeException">The message is over the limit.</exception>
    /// <exception cref="InvalidOperationException">The context's model has no outbox.</exception>
    public static void Publish<T>(this DbContext context, [Operations("PublishAsync")] ITopic<T> topic, T message)
    {
        ArgumentNullException.ThrowIfNull(context);
        var writer = topic as IMessageWriter<T> ?? throw new ArgumentException("The topic is none that the runtime injected.", nameof(topic));
        if (context.Model.FindEntityType(typeof(OutboxMessage)) is null)
        {
            throw new InvalidOperationException(
                $"{context.GetType().Name} has no outbox. Call modelBuilder.AddKlothoOutbox() in its OnModelCreating, and make a migration.");
        }

        var outgoing = writer.Write(message);
        context.Add(new OutboxMessage
        {
            Topic = writer.Topic,
            MessageId = outgoing.Id,
            Key = outgoing.Key,
            Filter = outgoing.Filter,
            Schema = outgoing.Schema,
            TraceParent = outgoing.Trace?.Parent,
            TraceState = outgoing.Trace?.State,
            Payload = outgoing.Payload.ToArray(),
        });
        OutboxMarks.Added(context);
    }
}
