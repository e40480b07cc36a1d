var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => new Jobs { Run = Drop }.GoAsync(decks));
app.Run();

static async Task Drop(IBlobStore store) => await store.DeleteAsync("a");

// What the function is called with goes into the parameter of the method that it stands for.
public sealed class Jobs
{
    public event Func<IBlobStore, Task>? Done;

    public required Func<IBlobStore, Task> Run { get; init; }

    public async Task GoAsync(IBlobStore store)
    {
        Done += async each => await each.StatAsync("a");
        await Run(store);
        await Done(store);
    }
}
