var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new All { decks }.RunAsync());
app.Run();

// What a class of its own does with its elements is not known: every operation, and a word where.
public sealed class All : List<IBlobStore>
{
    public async Task RunAsync() => await this[0].DeleteAsync("a");
}
