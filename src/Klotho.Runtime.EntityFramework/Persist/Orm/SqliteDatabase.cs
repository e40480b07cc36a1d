using System.Data.Common;
using Klotho.Drivers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Klotho.EntityFramework;

/// <summary>
/// A file of SQLite. Its tables are made from the model, as migrations are written for the database of the cloud; when the model
/// changes, delete the file.
/// </summary>
/// <param name="folder">Where the file is.</param>
/// <param name="isTemporary">Whether the folder goes when the process ends.</param>
internal sealed class SqliteDatabase(string folder, bool isTemporary) : IDatabase, IDisposable
{
    // SQLITE_IOERR (source: sqlite.org/rescode.html, 2026-11-23).
    private const int InputOutputError = 10;

    private readonly StripedFileLock _starters = new(Path.Combine(folder, "locks"));
    private readonly string _settings = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "data.db") }.ConnectionString;

    private readonly StripedFileLock _turns = new(Path.Combine(folder, "turns"));

    public void Configure(DbContextOptionsBuilder options) => options.UseSqlite(_settings);

    // Of an error of the disk nobody knows either whether all was done.
    public DbException Broken(ChaosException fault) => new SqliteException(fault.Message, InputOutputError);

    public async Task PrepareAsync(DbContext context, bool migrate, CancellationToken cancel)
    {
        using var turn = await _starters.AcquireAsync("tables", cancel);
        await context.Database.EnsureCreatedAsync(cancel);
    }

    public async ValueTask<IAsyncDisposable?> TryTakeTurnAsync(string work, CancellationToken cancel) => new FileTurn(await _turns.AcquireAsync(work, cancel));

    public void Dispose()
    {
        if (isTemporary && Directory.Exists(folder))
        {
            // The pool holds the file open.
            using (var connection = new SqliteConnection(_settings))
            {
                SqliteConnection.ClearPool(connection);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class FileTurn(IDisposable held) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
