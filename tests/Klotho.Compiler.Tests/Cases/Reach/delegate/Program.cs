var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new Jobs(decks).RunAsync());
app.Run();

public sealed class Jobs(IBlobStore decks)
{
    private readonly Dictionary<string, Func<Task>> all = [];

    public async Task RunAsync()
    {
        // Stored, and called from a place that names neither.
        all["drop"] = DropAsync;
        all["list"] = async () => await decks.StatAsync("a");
        foreach (var each in all.Values)
        {
            await each();
        }
    }

    private async Task DropAsync() => await decks.DeleteAsync("a");
}
