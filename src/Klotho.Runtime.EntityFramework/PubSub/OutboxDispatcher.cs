using Klotho.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.EntityFramework;

/// <summary>
/// Publishes what is committed, in its order, and then deletes it: dying in between publishes it again, with the same id. Of several processes
/// one at a time does so for a topic. A process publishes to the topics that it is bound to: those that its unit publishes to.
/// </summary>
internal sealed partial class OutboxDispatcher(
    IServiceScopeFactory scopes, IServiceProvider services, ContextLookup contexts, ResourceBindings bindings, ILogger<OutboxDispatcher> logger)
{
    private const int Batch = 100;
    private const int MostTries = 20;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    /// <summary>The contexts of this process that have an outbox.</summary>
    public IReadOnlyList<ContextRegistration> Outboxes() => contexts.With<OutboxMessage>();

    /// <summary>Whether something may wait that was committed before the look.</summary>
    public static bool Waits(OutboxFinding found) => (found & (OutboxFinding.Elsewhere | OutboxFinding.Failed)) != 0;

    /// <summary>
    /// Publishes what waits in the outbox of a context before it returns, also where another process has the turn, and then looks no more
    /// after two seconds.
    /// </summary>
    /// <returns>Whether nothing waits any more.</returns>
    public async ValueTask<bool> FlushAsync(Type context)
    {
        var all = OutboxFinding.Empty;
        foreach (var outbox in contexts.Of(context))
        {
            var found = await TryDispatchAsync(outbox, CancellationToken.None);
            for (var tries = 1; tries < MostTries && found.HasFlag(OutboxFinding.Elsewhere); tries++)
            {
                await Task.Delay(Breath);
                found = await TryDispatchAsync(outbox, CancellationToken.None);
            }

            all |= found;
        }

        return !Waits(all);
    }

    /// <summary>Publishes what waits in an outbox. What fails is logged, and waits on.</summary>
    public async ValueTask<OutboxFinding> TryDispatchAsync(ContextRegistration outbox, CancellationToken cancel)
    {
        var found = OutboxFinding.Empty;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = ContextLookup.Open(scope.ServiceProvider, outbox);
            var database = scope.ServiceProvider.GetRequiredKeyedService<IDatabase>(outbox.Id);
            foreach (var topic in await context.Set<OutboxMessage>().Select(message => message.Topic).Distinct().ToListAsync(cancel))
            {
                if (bindings.Find(topic, "PubSub") is not null && services.GetKeyedService<ITopicDriver>(topic) is { } driver)
                {
                    found |= await TryDispatchAsync(context, database, topic, driver, cancel);
                }
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            // The top of work that must outlive whatever its database does.
            LogNotRead(failure, outbox.Id);
            found |= OutboxFinding.Failed;
        }

        return found;
    }

    private async ValueTask<OutboxFinding> TryDispatchAsync(DbContext context, IDatabase database, string topic, ITopicDriver driver, CancellationToken cancel)
    {
        try
        {
            await using var turn = await database.TryTakeTurnAsync($"outbox/{topic}", cancel);
            if (turn is null)
            {
                return OutboxFinding.Elsewhere;
            }

            await DispatchAsync(context, topic, driver, cancel);
            return OutboxFinding.Published;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            // One topic's failure keeps the messages of no other.
            LogNotPublished(failure, topic);
            return OutboxFinding.Failed;
        }
    }

    private static async ValueTask DispatchAsync(DbContext context, string topic, ITopicDriver driver, CancellationToken cancel)
    {
        while (true)
        {
            var batch = await context.Set<OutboxMessage>().AsNoTracking().Where(message => message.Topic == topic)
                .OrderBy(message => message.Position).Take(Batch).ToListAsync(cancel);
            if (batch.Count == 0)
            {
                return;
            }

            await SendAsync(context, batch, driver, cancel);
        }
    }

    private static async ValueTask SendAsync(DbContext context, IReadOnlyList<OutboxMessage> batch, ITopicDriver driver, CancellationToken cancel)
    {
        var sent = new List<long>();
        try
        {
            foreach (var message in batch)
            {
                var trace = TraceContext.Of(message.TraceParent, message.TraceState);
                await driver.PublishAsync(new(message.Payload) { Id = message.MessageId, Key = message.Key, Filter = message.Filter, Schema = message.Schema, Trace = trace }, cancel);
                sent.Add(message.Position);
            }
        }
        finally
        {
            await context.Set<OutboxMessage>().Where(message => sent.Contains(message.Position)).ExecuteDeleteAsync(CancellationToken.None);
        }
    }

    private static readonly Action<ILogger, string, Exception?> NotReadMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogNotRead)),
        "Outbox of {Database}: it could not be read; its messages wait.");

    private void LogNotRead(Exception failure, string database) => NotReadMessage(logger, database, failure);

    private static readonly Action<ILogger, string, Exception?> NotPublishedMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogNotPublished)),
        "Outbox, topic {Topic}: a message could not be published; it waits, and what comes after it.");

    private void LogNotPublished(Exception failure, string topic) => NotPublishedMessage(logger, topic, failure);
}
