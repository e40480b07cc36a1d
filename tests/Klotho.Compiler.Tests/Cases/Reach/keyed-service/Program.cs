var builder = WebApplication.CreateBuilder(args);
builder.Services.AddKeyedSingleton<IDecks, Decks>("kept");
var app = builder.Build();
app.MapPost("/decks", ([FromKeyedServices("kept")] IDecks decks) => decks.SaveAsync());
app.Run();

public interface IDecks
{
    Task SaveAsync();
}

public sealed class Decks([FromKeyedServices("decks")] IBlobStore store) : IDecks
{
    public async Task SaveAsync() => await store.WriteAsync("a", Stream.Null);
}

public sealed class Declared([Persist("decks")] IBlobStore store)
{
    public override string ToString() => $"{store}";
}
