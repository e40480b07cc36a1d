using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

[assembly: Expose("deck-api")]
[assembly: StaticUnit("deck-web", "web/dist", IndexDocument = "index.html")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/search", async (
    string q,
    [Persist("slides")] IKeyValueStore<Slide> slides,
    [Persist("decks")] DeckContext decks,
    [Persist("pages")] IDistributedCache pages,
    [Config("page-size")] IConfigValue<int> size,
    [PubSub("slide-uploaded")] ITopic<SlideUploaded> uploaded,
    CancellationToken cancel) =>
{
    await decks.SaveChangesAsync(cancel);
    await pages.GetAsync(q, cancel);
    await uploaded.PublishAsync(new(q), cancel);
    return await slides.GetAsync($"{q}/{size.Value}", cancel);
});
app.Run();

public sealed class DeckContext : DbContext;

public sealed record Slide(string Text);

public sealed record SlideUploaded(string Key);

public sealed record SlideRead(string Key, string Text);
