var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => Run(decks));
app.Run();

static async Task Run(IBlobStore decks)
{
    var kept = decks;
    Func<string, Task> drop = async name => await kept.DeleteAsync(name);
    await drop("a");
}
