using Microsoft.EntityFrameworkCore;

namespace Klotho.Runtime.Tests.Host;

/// <summary>Sales, and what becomes of them in the books.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Sale> Sales => Set<Sale>();

    public DbSet<LedgerEntry> Entries => Set<LedgerEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKlothoOutbox().AddKlothoInbox();
}
