var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Run(decks));
app.Run();

static async Task Run(IBlobStore decks)
{
    var (store, name) = Named(decks);
    await store.DeleteAsync(name);
    var pair = new { Store = decks, Name = name };
    await pair.Store.StatAsync(pair.Name);
    foreach (var (key, each) in new Dictionary<string, IBlobStore> { ["a"] = decks })
    {
        await each.ReadAsync(key);
    }
}

static (IBlobStore Store, string Name) Named(IBlobStore store) => (store, "a");
