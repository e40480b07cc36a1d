var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IDecks, Decks>();
var app = builder.Build();
app.MapPost("/decks", (IDecks decks) => decks.SaveAsync());
app.Run();

public interface IDecks
{
    Task SaveAsync();
}

public sealed class Decks([Persist("decks")] IBlobStore store) : IDecks
{
    public async Task SaveAsync() => await store.WriteAsync("a", Stream.Null);
}

// Implements the interface, too, but nothing registers it.
public sealed class OldDecks([Persist("decks")] IBlobStore store) : IDecks
{
    public async Task SaveAsync() => await store.DeleteAsync("a");
}
