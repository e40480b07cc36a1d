var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks, [Persist("notes")] IBlobStore notes) => new Stores().Add("decks", decks).Add("notes", notes).RunAsync());
app.Run();

// In a dictionary, a list of its values, and a loop over what is left of them.
public sealed class Stores
{
    private readonly Dictionary<string, IBlobStore> stores = new();

    public Stores Add(string name, IBlobStore store)
    {
        stores[name] = store;
        return this;
    }

    public async Task RunAsync()
    {
        var all = stores.Values.ToList();
        foreach (var store in all.Where(store => store is not null))
        {
            await store.DeleteAsync("a");
        }

        if (stores.TryGetValue("decks", out var found))
        {
            await found.ReadAsync("a");
        }
    }
}
