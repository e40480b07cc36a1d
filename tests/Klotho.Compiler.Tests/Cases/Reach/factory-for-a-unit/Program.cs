var builder = WebApplication.CreateBuilder(args);
Func<IServiceProvider, IDecks> make = services => new Decks(services.GetRequiredKeyedService<IBlobStore>("decks"));
builder.Services.Add(ServiceDescriptor.Scoped(make));
var app = builder.Build();
app.MapGet("/", ([Persist("decks")] IBlobStore decks) => decks is null);
app.Run();

public interface IDecks
{
    Task SaveAsync();
}

public sealed class Decks(IBlobStore store) : IDecks
{
    public async Task SaveAsync() => await store.WriteAsync("a", Stream.Null);
}

[ExecUnit("nightly")]
public sealed class Nightly(IDecks decks)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => decks.SaveAsync();
}
