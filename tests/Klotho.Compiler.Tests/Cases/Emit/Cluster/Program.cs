[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/slides/{id}", async (string id, [Persist("slides")] IKeyValueStore<Slide> slides, IGreeter greeter) =>
    await greeter.GreetAsync((await slides.GetAsync(id))?.Value.Name ?? ""));
app.Run();

public sealed record Slide(string Name);

public interface IGreeter
{
    Task<string> GreetAsync(string name);
}

[ExecUnit("greeter")]
public sealed class Greeter : IGreeter
{
    public Task<string> GreetAsync(string name) => Task.FromResult(name);
}
