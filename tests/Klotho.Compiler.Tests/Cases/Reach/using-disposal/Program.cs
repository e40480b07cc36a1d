var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Use(decks));
app.Run();

static async Task Use(IBlobStore decks)
{
    await using var draft = new Draft(decks);
}

public sealed class Draft(IBlobStore decks) : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await decks.DeleteAsync("draft");
}
