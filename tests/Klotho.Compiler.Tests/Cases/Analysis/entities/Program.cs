using Microsoft.EntityFrameworkCore;

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/orders", (Shop shop, CancellationToken cancel) => shop.Orders.Where(order => order.Customer!.City == "Bern").ToListAsync(cancel));
app.MapPost("/orders", async (Order order, Shop shop, CancellationToken cancel) =>
{
    shop.Add(order);
    await shop.SaveChangesAsync(cancel);
});
app.Run();

[Persist("shop")]
public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Line> Lines => Set<Line>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Order>().HasMany(order => order.Lines);
}

public sealed class Customer
{
    public int Id { get; set; }

    public string City { get; set; } = "";
}

public sealed class Order
{
    public int Id { get; set; }

    public decimal Total { get; set; }

    public Customer? Customer { get; set; }

    public List<Line> Lines { get; } = [];
}

public sealed class Line
{
    public int Id { get; set; }
}

// Reads customers, and nothing else.
[ExecUnit("letters")]
public sealed class Letters(Shop shop)
{
    [Schedule("nightly", "0 3 * * *")]
    public async Task Write(CancellationToken cancel) => Console.WriteLine(await shop.Customers.AsNoTracking().CountAsync(cancel));
}

// Changes what it found, and what that holds: nobody calls Update.
[ExecUnit("totals")]
public sealed class Totals(Shop shop)
{
    [Schedule("hourly", "0 * * * *")]
    public async Task Sum(CancellationToken cancel)
    {
        var order = await shop.Orders.Include(each => each.Lines).FirstAsync(cancel);
        order.Total = order.Lines.Count;
        order.Lines.Add(new Line());
        await shop.SaveChangesAsync(cancel);
    }
}

// Deletes by a query that it has from elsewhere, and runs SQL.
[ExecUnit("cleaning")]
public sealed class Cleaning(Shop shop)
{
    [Schedule("weekly", "0 3 * * SUN")]
    public async Task Clean(CancellationToken cancel) => await Old(shop).ExecuteDeleteAsync(cancel);

    private static IQueryable<Line> Old(Shop shop) => shop.Lines.Where(line => line.Id < 0);
}

[ExecUnit("sql")]
public sealed class Sql(Shop shop)
{
    [Schedule("monthly", "0 3 1 * *")]
    public async Task Run(CancellationToken cancel) => await shop.Database.ExecuteSqlAsync($"DELETE FROM customers", cancel);
}
