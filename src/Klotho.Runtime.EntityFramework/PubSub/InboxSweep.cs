using Klotho.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.EntityFramework;

/// <summary>
/// Deletes the notes of messages that were done longer ago than <see cref="KlothoOptions.InboxRetention"/>: at the start of a process and then once a day, where
/// the host freezes it between requests after the request that comes next.
/// </summary>
internal sealed partial class InboxSweep(
    IServiceScopeFactory scopes, ContextLookup contexts, IOptions<KlothoOptions> options, TimeProvider time, ILogger<InboxSweep> logger) : IAfterInvocation
{
    // A statement for all that piled up in a year would take longer than a statement may.
    private const int Batch = 1000;

    private static readonly TimeSpan Often = TimeSpan.FromDays(1);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    private IReadOnlyList<ContextRegistration>? _inboxes;
    private TimeSpan _pause = TimeSpan.Zero;
    private long _swept;

    /// <summary>How long nothing is due; null where there is no inbox and nothing ever will be.</summary>
    public TimeSpan? Pause => Inboxes.Count == 0 ? null : _pause;

    private IReadOnlyList<ContextRegistration> Inboxes => _inboxes ??= contexts.With<InboxMessage>();

    public async ValueTask RunAsync(CancellationToken cancel)
    {
        if (Pause is not { } pause || (pause > TimeSpan.Zero && time.GetElapsedTime(_swept) < pause))
        {
            return;
        }

        // What the host cut short is due with the next request.
        _pause = TimeSpan.Zero;
        var all = true;
        foreach (var inbox in Inboxes)
        {
            all &= await TrySweepAsync(inbox, cancel);
        }

        (_pause, _swept) = (all ? Often : Again, time.GetTimestamp());
    }

    private async ValueTask<bool> TrySweepAsync(ContextRegistration inbox, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredKeyedService<IDatabase>(inbox.Id);
            await using var turn = await database.TryTakeTurnAsync("inbox", cancel);
            if (turn is not null)
            {
                await SweepAsync(ContextLookup.Open(scope.ServiceProvider, inbox), cancel);
            }

            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancel.IsCancellationRequested)
        {
            // The top of work that must outlive whatever its database does.
            LogNotSwept(failure, inbox.Id);
            return false;
        }
    }

    private async ValueTask SweepAsync(DbContext context, CancellationToken cancel)
    {
        var before = (time.GetUtcNow() - options.Value.InboxRetention).ToUnixTimeMilliseconds();
        var ended = context.Set<InboxMessage>().Where(each => each.At < before).OrderBy(each => each.Handler).ThenBy(each => each.MessageId).Take(Batch);
        while (await ended.ExecuteDeleteAsync(cancel) == Batch)
        {
            // There may be more.
        }
    }

    private static readonly Action<ILogger, string, Exception?> NotSweptMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogNotSwept)),
        "Inbox of {Database}: what it need not remember any more could not be deleted; it is tried again in an hour.");

    private void LogNotSwept(Exception failure, string database) => NotSweptMessage(logger, database, failure);
}
