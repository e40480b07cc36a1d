var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<Seeder>();
builder.Services.AddSingleton<IOther>(services => new Other(services.GetRequiredKeyedService<IBlobStore>("decks")));
var app = builder.Build();
app.Use(async (context, next) =>
{
    await context.RequestServices.GetRequiredKeyedService<IBlobStore>("decks").DeleteAsync("request");
    await next(context);
});
app.MapGet("/", ([Persist("decks")] IBlobStore decks) => decks.ReadAsync("a"));
app.MapGet("/list", Routes.List);
using (var scope = app.Services.CreateScope())
{
    await scope.ServiceProvider.GetRequiredService<Seeder>().SeedAsync();
}

app.Run();

public sealed class Seeder([Persist("decks")] IBlobStore decks)
{
    public async Task SeedAsync() => await decks.WriteAsync("a", Stream.Null);
}

public interface IOther;

public sealed class Other : IOther
{
    public Other(IBlobStore store) => store.StatAsync("a");
}

public static class Routes
{
    public static int List([Persist("decks")] IBlobStore decks) => decks.ListAsync() is null ? 0 : 1;
}

[ExecUnit("nightly")]
public sealed class Nightly
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel) => Task.CompletedTask;
}
