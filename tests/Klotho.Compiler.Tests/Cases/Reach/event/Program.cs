var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new Deck(decks).Close());
app.Run();

public sealed class Deck
{
    private readonly IBlobStore decks;

    public Deck(IBlobStore decks)
    {
        this.decks = decks;
        Closed += Drop;
    }

    public event Action? Closed;

    public void Close() => Closed?.Invoke();

    private void Drop() => decks.DeleteAsync("a").AsTask().Wait();
}
