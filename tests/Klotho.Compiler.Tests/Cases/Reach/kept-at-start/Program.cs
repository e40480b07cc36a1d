var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", ([Persist("decks")] IBlobStore decks) => decks is null);
Kept.Decks = app.Services.GetRequiredKeyedService<IBlobStore>("decks");
app.Run();

public static class Kept
{
    public static IBlobStore? Decks { get; set; }
}

[ExecUnit("nightly")]
public sealed class Nightly
{
    [Schedule("each-night", "0 3 * * *")]
    public async Task Run(CancellationToken cancel) => await Kept.Decks!.DeleteAsync("a", cancel);
}
