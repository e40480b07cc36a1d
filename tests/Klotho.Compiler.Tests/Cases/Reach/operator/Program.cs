var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => (new Deck(decks) + "a").ToString());
app.Run();

public sealed class Deck(IBlobStore store)
{
    public static Deck operator +(Deck deck, string name)
    {
        deck.Add(name);
        return deck;
    }

    private void Add(string name) => store.WriteAsync(name, Stream.Null).AsTask().Wait();
}
