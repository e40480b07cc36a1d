using Klotho.Drivers;

namespace Klotho.EntityFramework;

/// <summary>
/// Opens databases of SQLite: below <c>Klotho:Data</c>, or in a folder of this process. That is a file too, because tables in
/// SQLite's shared memory are locked as a whole, and who meets a lock fails where it would wait for a file.
/// </summary>
internal sealed class SqliteDatabaseProvider(string scheme) : IDriverProvider<IDatabase>
{
    public string Scheme { get; } = scheme;

    public IDatabase Open(string id, ResourceBinding binding) => Scheme == LocalBinding.Memory.Scheme
        ? new SqliteDatabase(Path.Combine(Path.GetTempPath(), $"klotho-{id}-{Guid.NewGuid():N}"), isTemporary: true)
        : new SqliteDatabase(LocalBinding.Directory(binding, "orm", id), isTemporary: false);
}
