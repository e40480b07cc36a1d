var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Save(new Slides(decks)));
app.Run();

static Task Save(IDeck deck) => deck.SaveAsync();

public interface IDeck
{
    Task SaveAsync();
}

public sealed class Slides(IBlobStore decks) : IDeck
{
    public async Task SaveAsync() => await decks.WriteAsync("a", Stream.Null);
}

// Implements the interface, too, but only another unit has one.
public sealed class Draft([Persist("decks")] IBlobStore decks) : IDeck
{
    public async Task SaveAsync() => await decks.DeleteAsync("a");
}

[ExecUnit("nightly")]
public sealed class Nightly(IServiceProvider services)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => Save(ActivatorUtilities.CreateInstance<Draft>(services));

    private static Task Save(IDeck deck) => deck.SaveAsync();
}
