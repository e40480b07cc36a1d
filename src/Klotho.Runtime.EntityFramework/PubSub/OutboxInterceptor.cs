using System.Data.Common;
using Klotho.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.EntityFramework;

/// <summary>
/// Has messages published as soon as they are committed: by the worker of this process, or, where the host freezes the process between
/// requests, before the commit returns.
/// </summary>
internal sealed class OutboxInterceptor(IServiceProvider services, OutboxSignal signal, OutboxDispatcher dispatcher)
    : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly bool _isFrozenBetween = services.GetService<TriggeringHost>() is not null;

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (IsCommitted(eventData.Context))
        {
            signal.Set();
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && IsCommitted(context))
        {
            await CommittedAsync(context);
        }

        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is { } context && OutboxMarks.TakeOpen(context))
        {
            signal.Set();
        }
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && OutboxMarks.TakeOpen(context))
        {
            await CommittedAsync(context);
        }
    }

    private static bool IsCommitted(DbContext? context)
    {
        if (context is null)
        {
            return false;
        }

        if (OutboxMarks.TakeTracked(context))
        {
            foreach (var saved in context.ChangeTracker.Entries<OutboxMessage>().Where(entry => entry.State == EntityState.Unchanged).ToList())
            {
                saved.State = EntityState.Detached;
            }
        }

        return context.Database.CurrentTransaction is null && OutboxMarks.TakeOpen(context);
    }

    private async ValueTask CommittedAsync(DbContext context)
    {
        // What is committed is committed, whatever becomes of its messages now and of the request.
        if (!_isFrozenBetween || !await dispatcher.FlushAsync(context.GetType()))
        {
            signal.Set();
        }
    }
}
