var builder = WebApplication.CreateBuilder(args);
builder.Services.AddKeyedSingleton<IStore, Reads>("a");
builder.Services.AddKeyedSingleton<IStore, Writes>("b");
builder.Services.AddKeyedSingleton<IStore>("c", (services, _) => new Deletes(services.GetRequiredKeyedService<IBlobStore>("decks")));
var app = builder.Build();
app.MapGet("/", ([FromKeyedServices("a")] IStore store) => store.GoAsync());
app.Run();

public interface IStore
{
    Task GoAsync();
}

public sealed class Reads([Persist("decks")] IBlobStore decks) : IStore
{
    public async Task GoAsync() => await decks.ReadAsync("a");
}

public sealed class Writes([Persist("decks")] IBlobStore decks) : IStore
{
    public async Task GoAsync() => await decks.WriteAsync("a", Stream.Null);
}

public sealed class Deletes(IBlobStore decks) : IStore
{
    public async Task GoAsync() => await decks.DeleteAsync("a");
}

[ExecUnit("nightly")]
public sealed class Nightly([FromKeyedServices("b")] IStore store)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => store.GoAsync();
}

[ExecUnit("hourly")]
public sealed class Hourly(IServiceProvider services)
{
    [Schedule("each-hour", "0 * * * *")]
    public Task Run(CancellationToken cancel) => services.GetRequiredKeyedService<IStore>("a").GoAsync();
}
