var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Save(new Slides(decks)));
app.Run();

static Task Save(Deck deck) => deck.SaveAsync();

public abstract class Deck
{
    public abstract Task SaveAsync();
}

public sealed class Slides(IBlobStore decks) : Deck
{
    public override async Task SaveAsync() => await decks.WriteAsync("a", Stream.Null);
}
