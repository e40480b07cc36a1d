using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>What code does to a database is told for each entity set: R for read, W for written, a star for the whole database.</summary>
public sealed class EntityTests
{
    [Theory]
    [InlineData("R:Orders", "await shop.Orders.CountAsync();")]
    [InlineData("R:Orders", "foreach (var each in from order in shop.Set<Order>() select order.Total) { }")]
    [InlineData("R:Orders", "await shop.FindAsync<Order>(1);")]
    [InlineData("R:Orders", "IQueryable<Order> q = shop.Orders; await q.ToListAsync();")]
    [InlineData("R:Lines R:Orders", "await shop.Orders.SelectMany(order => order.Lines).ToListAsync();")]
    [InlineData("R:Orders W:Orders", "shop.Orders.Add(new Order()); await shop.SaveChangesAsync();")]
    [InlineData("W:Orders", "shop.Add(new Order { Total = 1 }); await shop.SaveChangesAsync();")]
    [InlineData("W:Orders", "shop.Update((object)new Order());")]
    [InlineData("W:Lines W:Orders", "shop.AddRange(new Order(), new Line());")]
    [InlineData("W:Lines", "shop.RemoveRange(new List<Line>());")]
    [InlineData("W:*", "shop.AddRange(new List<object>());")]
    [InlineData("W:Orders", "shop.Entry(new Order()).State = EntityState.Deleted;")]
    [InlineData("R:Orders W:Orders", "(await shop.Orders.FirstAsync()).Total++; await shop.SaveChangesAsync();")]
    [InlineData("R:Orders W:Orders", "var order = await shop.Orders.FirstAsync(); Change(order); await shop.SaveChangesAsync(); static void Change(Order order) => order.Total = 2;")]
    [InlineData("R:Orders W:Orders", "var order = await shop.Orders.FirstAsync(); System.ComponentModel.TypeDescriptor.GetProperties(order)[0].SetValue(order, 2m);")]
    [InlineData("R:Orders W:Orders", "await shop.Orders.Where(order => order.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(order => order.Total, 1));")]
    [InlineData("R:Orders W:Orders", "await shop.Orders.ExecuteDeleteAsync();")]
    [InlineData("R:* R:Orders W:*", "await shop.Orders.FromSqlRaw(\"SELECT 1\").ToListAsync();")]
    [InlineData("R:* W:*", "await shop.Database.ExecuteSqlRawAsync(\"DELETE FROM x\");")]
    [InlineData("R:* W:*", "await Go(shop, new Order()); static async Task Go<T>(Shop shop, T one) where T : class { await shop.Set<T>().ToListAsync(); shop.Set<T>().Remove(one); }")]
    [InlineData("W:*", "await shop.SaveChangesAsync();")]
    [InlineData("R:*", "await shop.Database.CanConnectAsync();")]
    [InlineData("R:* W:*", "new List<object> { shop }.Clear();", "KL1070")]
    [InlineData("R:Orders W:*", "await new Store<Order>(shop.Orders).Add(new Order());")]
    public void Sets_are_told_apart(string sets, string body, string? told = null)
    {
        var result = App.Analyze(Program(body, ""));

        Assert.Equal(sets, Sets(result));
        Assert.Equal(told is null ? [] : [told], result.Diagnostics.Items.Select(each => each.Rule.Code.Value));
    }

    [Fact]
    public void Who_vouches_that_he_reads_must_not_write()
    {
        var result = App.Analyze(Program("shop.Orders.Add(new Order());", ", Access = StoreAccess.Read"));

        var error = Assert.Single(result.Diagnostics.Items);
        Assert.Equal("KL1079", error.Rule.Code.Value);
        Assert.Equal(2, error.Locations.Count);
    }

    private static string Program(string body, string access) => $$"""
        using Microsoft.EntityFrameworkCore;
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", async (Shop shop) => { await Task.Yield(); {{body}} });
        app.Run();
        [Persist("shop"{{access}})] public sealed class Shop(DbContextOptions<Shop> options) : DbContext(options) { public DbSet<Order> Orders => Set<Order>(); public DbSet<Line> Lines { get; set; } }
        public abstract class Row { public int Id { get; set; } }
        public sealed class Order : Row { public decimal Total { get; set; } public List<Line> Lines { get; } = []; }
        public sealed class Line : Row;
        public sealed class Store<T>(DbSet<T> set) where T : class { public async Task Add(T one) => await set.AddAsync(one); }
        """;

    private static string Sets(AnalysisResult result) => string.Join(' ', result.Graph.Edges.Items.Where(edge => edge.To.ToString() == "orm:shop").SelectMany(edge => edge.Operations.Items)
        .Select(use => $"{(use.Name == "DbContext.Query" ? "R" : "W")}:{(use.Part.Length == 0 ? "*" : use.Part)}").Order(StringComparer.Ordinal));
}
