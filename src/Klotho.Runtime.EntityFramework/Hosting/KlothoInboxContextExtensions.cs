using System.Data;
using Klotho;
using Klotho.EntityFramework;
using Microsoft.EntityFrameworkCore.Storage;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Handles messages once by the transactions of a context.</summary>
public static class KlothoInboxContextExtensions
{
    /// <summary>
    /// Does a handler's work unless it was done for the same message before. What the work changes in the context is saved in one transaction
    /// with the note that it is done, so that it happens once whenever the process ends. What the work does elsewhere may happen again.
    /// </summary>
    /// <param name="context">The context, whose model has <see cref="KlothoInboxModelBuilderExtensions.AddKlothoInbox"/>, outside of a transaction.</param>
    /// <param name="message">The message.</param>
    /// <param name="work">The work. It need not save, and may; messages of the context's outbox go with it.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <param name="cancel">Is handed to the work.</param>
    /// <returns>Whether the work was done now; false where it was done before.</returns>
    /// <exception cref="DbUpdateException">The changes cannot be saved. Let it go up: the message comes again.</exception>
    public static async ValueTask<bool> HandleOnceAsync(
        this DbContext context, MessageContext message, Func<CancellationToken, ValueTask> work, TimeProvider? time = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(work);
        var handler = $"{message.Topic}/{message.Handler}";
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        using var handling = HandlingMarks.Begin(context);
        if (await context.Set<InboxMessage>().AnyAsync(each => each.Handler == handler && each.MessageId == message.MessageId, cancel))
        {
            return false;
        }

        // Before the work: of two deliveries at once the second waits here for the first to commit, and then fails.
        context.Add(new InboxMessage { Handler = handler, MessageId = message.MessageId, At = (time ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds() });
        await SaveAsync(context, transaction, cancel);
        await work(cancel);
        await SaveAsync(context, transaction, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    // Where the transaction has gone with its connection, EF Core would save without one. The interceptor sees that too, of contexts that have it.
    private static Task<int> SaveAsync(DbContext context, IDbContextTransaction transaction, CancellationToken cancel) =>
        context.Database.CurrentTransaction == transaction && context.Database.GetDbConnection().State == ConnectionState.Open
            ? context.SaveChangesAsync(cancel)
            : throw HandlingInterceptor.Broken();

    /// <summary>
    /// Removes the notes of messages that were done longer ago than <paramref name="age"/>, for a schedule to call: earlier than each process does so by
    /// itself, once a day, with those that are older than <see cref="KlothoOptions.InboxRetention"/>. Choose an age that is longer than a message can wait, in its queue and among the dead letters: a message that comes later is handled again.
    /// </summary>
    /// <returns>How many.</returns>
    public static async ValueTask<int> ForgetHandledAsync(this DbContext context, TimeSpan age, TimeProvider? time = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var before = ((time ?? TimeProvider.System).GetUtcNow() - age).ToUnixTimeMilliseconds();
        return await context.Set<InboxMessage>().Where(each => each.At < before).ExecuteDeleteAsync(cancel);
    }
}
