using Microsoft.EntityFrameworkCore;

namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>The archive's database.</summary>
[Persist("records")]
internal sealed class RecordsContext(DbContextOptions<RecordsContext> options) : DbContext(options)
{
    public DbSet<Record> Records => Set<Record>();
}
