var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IStore, Reads>();
builder.Services.AddSingleton<IStore, Writes>();
var app = builder.Build();
app.MapGet("/", (IStore store) => store.GoAsync());
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

[ExecUnit("nightly")]
public sealed class Nightly(IEnumerable<IStore> stores)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => Task.WhenAll(stores.Select(store => store.GoAsync()));
}
