var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new Upload(decks).SaveAsync());
app.Run();

public sealed class Upload(IBlobStore decks)
{
    public async Task SaveAsync() => await decks.WriteAsync("a", Stream.Null);
}
