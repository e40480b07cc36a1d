var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new Later(() => decks).RunAsync());
app.Run();

// Handed over in a lambda, and made when it is asked for.
public sealed class Later(Func<IBlobStore> make)
{
    private readonly Lazy<IBlobStore> store = new(make);

    public async Task RunAsync() => await store.Value.DeleteAsync("a");
}
