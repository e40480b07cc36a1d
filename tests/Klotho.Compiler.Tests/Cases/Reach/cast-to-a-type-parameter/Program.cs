var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", ([Persist("decks")] IBlobStore decks) => Cast.To<IBlobStore>(typeof(Kept).GetField("Decks")!.GetValue(new Kept(decks))!).ReadAsync("a"));
app.Run();

public sealed class Kept(IBlobStore decks)
{
    public readonly IBlobStore Decks = decks;
}

public static class Cast
{
    public static T To<T>(object value) => (T)value;
}

[ExecUnit("nightly")]
public sealed class Nightly([Persist("decks")] IBlobStore decks)
{
    [Schedule("each-night", "0 3 * * *")]
    public async Task Run(CancellationToken cancel) => await decks.StatAsync(Cast.To<string>("a"), cancel);
}
