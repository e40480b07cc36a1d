using Microsoft.Extensions.Caching.Distributed;

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/carts/{id}", async (string id, [Persist("carts")] IKeyValueStore<string> carts, [Persist("prices")] IDistributedCache prices) =>
    await prices.GetAsync((await carts.GetAsync(id))?.Value ?? ""));
app.Run();
