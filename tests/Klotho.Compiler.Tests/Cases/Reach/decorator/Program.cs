var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Decks>();
builder.Services.AddSingleton<IDecks>(services => new Logged(services.GetRequiredService<Decks>()));
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

public sealed class Logged(IDecks inner) : IDecks
{
    public async Task SaveAsync()
    {
        Console.WriteLine("saving");
        await inner.SaveAsync();
    }
}
