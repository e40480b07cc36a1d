var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Outer(decks));
app.Run();

static async Task Outer(IBlobStore decks)
{
    await Inner();
    async Task Inner() => await decks.DeleteAsync("a");
}
