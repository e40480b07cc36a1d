var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => decks.DropAsync());
app.Run();

public static class Decks
{
    public static async Task DropAsync(this IBlobStore decks) => await decks.DeleteAsync("a");
}
