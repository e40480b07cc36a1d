var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Last(decks));
app.Run();

static async Task<string> Last(IBlobStore decks)
{
    var last = "";
    await foreach (var each in Names(decks))
    {
        last = each;
    }

    return last;
}

static async IAsyncEnumerable<string> Names(IBlobStore decks)
{
    await foreach (var each in decks.ListAsync())
    {
        yield return each.Path;
    }
}
