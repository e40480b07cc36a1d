// A desk that takes orders: what the flagship sample does not have, so that a test can see what it calls: a secret, a value of the
// configuration, a call between units, a schedule, a database, a cache.
using Klotho;
using Klotho.EndToEnd.Tests.Desk;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IReceipts, Receipts>();
builder.Services.AddScoped<IArchive, Archive>();
builder.AddKlothoAws();
builder.AddKlothoRedis();
builder.AddKlothoRabbitMq();
builder.AddKlotho(options =>
{
    // Who kills its processes says how long to wait for their messages.
    options.Lease = builder.Configuration.GetValue("Desk:Lease", options.Lease);
    options.RetryDelays = [TimeSpan.FromMilliseconds(100)];
});
builder.AddKlothoDbContext<RecordsContext>("records");
var app = builder.Build();
app.MapKlotho();

app.MapPost("/orders/{id}", async (
    string id,
    string? after,
    [Persist("orders")] IKeyValueStore<Order> orders,
    [PubSub("ordered")] ITopic<Ordered> ordered,
    [Config("greeting")] IConfigValue<string> greeting,
    IReceipts receipts,
    CancellationToken cancel) =>
{
    await orders.PutAsync(id, new Order(id), cancel: cancel);
    await ordered.PublishAsync(new Ordered(id, after), cancel);
    return $"{greeting.Value}, {await receipts.WriteAsync(id, cancel)}";
});
app.MapGet("/orders/{id}", async (string id, [Persist("orders")] IKeyValueStore<Order> orders, CancellationToken cancel) => (await orders.GetAsync(id, cancel))?.Value);
app.MapGet("/papers/{name}", async (string name, IReceipts receipts, CancellationToken cancel) => await receipts.FindAsync(name, cancel) ?? "not yet there");
app.MapGet("/archive/{id}", async (string id, IArchive archive, CancellationToken cancel) => await archive.FindAsync(id, cancel) ?? "not yet there");
app.Run();
