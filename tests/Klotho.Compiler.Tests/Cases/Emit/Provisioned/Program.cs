[assembly: Expose("api")]

var builder = WebApplication.CreateBuilder(args);
builder.AddKlotho();
var app = builder.Build();
app.MapKlotho();
app.MapPost("/hello/{name}", async (string name, IGreeter greeter, [PubSub("greeted")] ITopic<Greeted> greeted) =>
{
    var text = await greeter.GreetAsync(name);
    await greeted.PublishAsync(new(name));
    return text;
});
app.Run();

public sealed record Greeted(string Name);

public interface IGreeter
{
    Task<string> GreetAsync(string name);
}

[ExecUnit("greeter")]
public sealed class Greeter : IGreeter
{
    public Task<string> GreetAsync(string name) => Task.FromResult($"Hello {name}");

    [PubSub("greeted")]
    public Task Count(Greeted greeted) => Task.CompletedTask;
}
