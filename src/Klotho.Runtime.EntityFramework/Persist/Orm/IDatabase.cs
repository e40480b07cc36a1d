using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Klotho.EntityFramework;

/// <summary>A database that contexts are connected to.</summary>
internal interface IDatabase
{
    /// <summary>Connects a context.</summary>
    void Configure(DbContextOptionsBuilder options);

    /// <summary>What its provider throws when a connection breaks, so that whoever tries again does so now too.</summary>
    DbException Broken(ChaosException fault);

    /// <summary>Has the tables ready before the process works. Several processes may do so at once.</summary>
    /// <param name="context">A context of the database.</param>
    /// <param name="migrate">Whether this process was started to migrate.</param>
    /// <param name="cancel">Ends it.</param>
    Task PrepareAsync(DbContext context, bool migrate, CancellationToken cancel);

    /// <summary>
    /// Has this process do what only one at a time may, of all that use the database, until the turn is disposed or the process dies; null
    /// where another has the turn.
    /// </summary>
    ValueTask<IAsyncDisposable?> TryTakeTurnAsync(string work, CancellationToken cancel);
}
