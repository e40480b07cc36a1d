var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/decks", ([Persist("decks")] IBlobStore decks) => typeof(Jobs).GetMethod("Run")!.Invoke(null, null));
app.Run();

public static class Jobs
{
    public static IBlobStore? Store { get; set; }

    public static void Run() => Store?.DeleteAsync("a").AsTask().Wait();
}

public sealed class Fill
{
    public Fill([Persist("decks")] IBlobStore decks) => Jobs.Store = decks;
}
