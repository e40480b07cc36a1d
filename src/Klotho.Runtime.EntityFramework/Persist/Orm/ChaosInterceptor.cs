using System.Data.Common;
using Klotho.Drivers;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klotho.EntityFramework;

/// <summary>
/// Gives a database its faults: each command and each commit of the application is held up, and fails before it is done or after it, with what the provider
/// throws when a connection breaks. It is the last interceptor of a context, because it does itself what is asked for.
/// </summary>
internal sealed class ChaosInterceptor(ChaosDice dice, IDatabase database, ChaosStart start) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private const string Commit = "Commit";

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        Run(eventData, result, command.ExecuteReader);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        RunAsync(eventData, result, command.ExecuteReaderAsync, cancellationToken);

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        Run(eventData, result, command.ExecuteNonQuery);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        RunAsync(eventData, result, command.ExecuteNonQueryAsync, cancellationToken);

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        Run(eventData, result, () => command.ExecuteScalar() ?? DBNull.Value);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        RunAsync(eventData, result, async cancel => await command.ExecuteScalarAsync(cancel) ?? DBNull.Value, cancellationToken);

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        if (result.IsSuppressed || !start.HasBegun)
        {
            return result;
        }

        Run(Commit, () =>
        {
            transaction.Commit();
            return true;
        });
        return InterceptionResult.Suppress();
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (result.IsSuppressed || !start.HasBegun)
        {
            return result;
        }

        await RunAsync(
            Commit,
            async cancel =>
            {
                await transaction.CommitAsync(cancel);
                return true;
            },
            cancellationToken);
        return InterceptionResult.Suppress();
    }

    private InterceptionResult<T> Run<T>(CommandEventData command, InterceptionResult<T> result, Func<T> run) =>
        result.HasResult || !start.HasBegun ? result : InterceptionResult<T>.SuppressWithResult(Run(command.CommandSource.ToString(), run));

    private async ValueTask<InterceptionResult<T>> RunAsync<T>(
        CommandEventData command, InterceptionResult<T> result, Func<CancellationToken, Task<T>> run, CancellationToken cancel) =>
        result.HasResult || !start.HasBegun ? result : InterceptionResult<T>.SuppressWithResult(await RunAsync(command.CommandSource.ToString(), run, cancel));

    private T Run<T>(string operation, Func<T> run)
    {
        var done = default(T);
        try
        {
            return dice.Run(operation, () => done = run());
        }
        catch (ChaosException fault)
        {
            // A reader that nobody gets would keep its connection.
            (done as IDisposable)?.Dispose();
            throw database.Broken(fault);
        }
    }

    private async Task<T> RunAsync<T>(string operation, Func<CancellationToken, Task<T>> run, CancellationToken cancel)
    {
        var done = default(T);
        try
        {
            return await dice.RunAsync(operation, async () => done = await run(cancel), cancel);
        }
        catch (ChaosException fault)
        {
            if (done is IAsyncDisposable lost)
            {
                await lost.DisposeAsync();
            }

            throw database.Broken(fault);
        }
    }
}
