var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IReader>(services => new Reader(services.GetRequiredKeyedService<IBlobStore>("decks")));
builder.Services.AddSingleton<IWriter>(services => new Writer(services.GetRequiredKeyedService<IBlobStore>("decks")));
var app = builder.Build();
app.MapGet("/", ([Persist("decks")] IBlobStore decks) => decks is null);
app.Run();

public interface IReader;

public interface IWriter;

public sealed class Reader : IReader
{
    public Reader(IBlobStore decks) => decks.StatAsync("a");
}

public sealed class Writer : IWriter
{
    public Writer(IBlobStore decks) => decks.WriteAsync("a", Stream.Null);
}

public static class Locator
{
    public static T Get<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}

[ExecUnit("nightly")]
public sealed class Nightly(IServiceProvider services)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => Task.FromResult(services.Get<IReader>());
}
