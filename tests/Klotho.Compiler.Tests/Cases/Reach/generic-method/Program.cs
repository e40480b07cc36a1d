var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Run<Drop>(decks));
app.Run();

static Task Run<T>(IBlobStore decks)
    where T : IStep, new() => new T().DoAsync(decks);

public interface IStep
{
    Task DoAsync(IBlobStore decks);
}

public sealed class Drop : IStep
{
    public async Task DoAsync(IBlobStore decks) => await decks.DeleteAsync("a");
}
