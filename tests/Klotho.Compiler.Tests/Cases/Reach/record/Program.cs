var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Drop(new Deck(decks, "a")));
app.Run();

static async Task Drop(Deck deck)
{
    var (store, name) = deck with { Name = "b" };
    await store.DeleteAsync(name);
}

public sealed record Deck(IBlobStore Store, string Name);
