using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klotho.EntityFramework;

/// <summary>
/// Keeps a context from going on without the transaction of the message that it handles. A connection that breaks takes its transaction with it, and not always with an exception, as
/// where a query has its row and the rest of the answer is cut. EF Core then opens another connection, and saves there, at once, what the transaction should hold together
/// (EF Core 10.0.14 with Npgsql 10.0.0, by the run with faults of the tests, 2026-11-23).
/// </summary>
internal sealed class HandlingInterceptor : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        HandlingMarks.IsHandling(eventData?.Context) ? throw Broken() : result;

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        HandlingMarks.IsHandling(eventData?.Context) ? throw Broken() : ValueTask.FromResult(result);

    /// <summary>What is thrown where the transaction is gone.</summary>
    public static DbUpdateException Broken() => new("The connection to the database broke while the message was handled, and with it went what was changed. Let it go up: the message comes again.");
}
