var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Run(decks));
app.Run();

static async Task Run(IBlobStore decks)
{
    var opening = Open(decks);
    var all = await Task.WhenAll(opening, Task.FromResult(decks));
    await all[0].DeleteAsync("a");
    await (await opening.ConfigureAwait(false)).StatAsync("a");
}

static async Task<IBlobStore> Open(IBlobStore store)
{
    await Task.Yield();
    return store;
}
