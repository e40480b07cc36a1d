using Microsoft.EntityFrameworkCore;

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/orders", ([Persist("orders")] OrderContext orders) => orders.SaveChangesAsync());
app.Run();

public sealed class OrderContext : DbContext;
