var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new Outer(decks).RunAsync());
app.Run();

// Constructor, property, field, local, parameter, return.
public sealed class Outer
{
    private readonly Inner inner;

    public Outer(IBlobStore decks) => inner = new() { Store = decks };

    public async Task RunAsync()
    {
        var store = Pick(inner.Store);
        await store.DeleteAsync("a");
    }

    private static IBlobStore Pick(IBlobStore store) => store;
}

public sealed class Inner
{
    public required IBlobStore Store { get; init; }
}
