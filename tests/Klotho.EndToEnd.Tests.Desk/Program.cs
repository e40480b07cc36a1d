// A desk that takes orders: what the flagship sample does not have, so that a test can see what it calls: a secret, a value of the
// configuration, a call between units, a schedule, a database, a cache.
using Klotho;
using Klotho.EndToEnd.Tests.Desk;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IReceipts, Receipts>();
builder.Services.AddScoped<IArchive, Archive>();
builder.AddKlothoAws();
builder.AddKlothoRedis();
builder.AddKlotho();
builder.AddKlothoDbContext<RecordsContext>("records");
var app = builder.Build();
app.MapKlotho();

app.MapPost("/orders/{id}", async (
    string id,
    [Persist("orders")] IKeyValueStore<Order> orders,
    [PubSub("ordered")] ITopic<Ordered> ordered,
    [Config("greeting")] IConfigValue<string> greeting,
    IReceipts receipts,
    CancellationToken cancel) =>
{
    await orders.PutAsync(id, new Order(id, Seen: false), cancel: cancel);
    await ordered.PublishAsync(new Ordered(id), cancel);
    return $"{greeting.Value}, {await receipts.WriteAsync(id, cancel)}";
});
app.MapGet("/orders/{id}", async (string id, [Persist("orders")] IKeyValueStore<Order> orders, CancellationToken cancel) => (await orders.GetAsync(id, cancel))?.Value);
app.MapGet("/archive/{id}", async (string id, IArchive archive, CancellationToken cancel) => await archive.FindAsync(id, cancel) ?? "not yet there");
app.Run();
