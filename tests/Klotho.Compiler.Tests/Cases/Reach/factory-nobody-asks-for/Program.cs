var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IDecks>(services => new Decks(services.GetRequiredKeyedService<IBlobStore>("decks")));
builder.Services.AddSingleton<Lazy<IDecks>>(services => new(() => services.GetRequiredService<IDecks>()));
var app = builder.Build();
app.MapGet("/", ([Persist("decks")] IBlobStore decks, [Persist("letters")] IBlobStore letters) => decks == letters);
app.Run();

public interface IDecks
{
    Task SaveAsync();
}

public sealed class Decks : IDecks
{
    private readonly IBlobStore store;

    public Decks(IBlobStore store)
    {
        this.store = store;
        store.StatAsync("a");
    }

    public async Task SaveAsync() => await store.WriteAsync("a", Stream.Null);
}

[ExecUnit("nightly")]
public sealed class Nightly(Lazy<IDecks> decks)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => decks.Value.SaveAsync();
}

// Its process registers the factory, too, and never calls it.
[ExecUnit("mail")]
public sealed class Mail([Persist("letters")] IBlobStore letters)
{
    [Schedule("each-morning", "0 7 * * *")]
    public Task Run(CancellationToken cancel) => letters.ReadAsync("a").AsTask();
}
