using Microsoft.EntityFrameworkCore;

namespace Klotho.Runtime.Tests.EntityFramework;

internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKlothoOutbox().AddKlothoInbox();
}
