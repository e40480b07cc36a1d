var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Drop(new Deck(decks)));
app.Run();

static async Task Drop(object any)
{
    if (any is Deck { Count: > 0 } deck)
    {
        await deck.Store.DeleteAsync("a");
    }
}

public sealed class Deck(IBlobStore store)
{
    public IBlobStore Store => store;

    public int Count => store.StatAsync("count").AsTask().Result is null ? 0 : 1;
}
