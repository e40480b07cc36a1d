using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

[assembly: Expose("shop-api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/orders", async (
    Stream body,
    [Persist("orders")] OrderContext orders,
    [Persist("sessions")] IDistributedCache sessions,
    [Persist("receipts")] IBlobStore receipts,
    [Persist("payment-key")] ISecret key) =>
{
    await orders.SaveChangesAsync();
    await sessions.GetAsync(await key.ReadAsync());
    await receipts.WriteAsync("1.pdf", body);
});
app.Run();

public sealed class OrderContext : DbContext;
