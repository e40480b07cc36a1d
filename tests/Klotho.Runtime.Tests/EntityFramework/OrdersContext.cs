using Microsoft.EntityFrameworkCore;

namespace Klotho.Runtime.Tests.EntityFramework;

internal sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
