[assembly: Expose("api")]

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IGreeter, Greeter>();
var app = builder.Build();
app.MapPost("/{name}", (string name, IGreeter greeter, CancellationToken cancel) => greeter.GreetAsync(name, cancel));
app.Run();

public interface IGreeter
{
    Task<string> GreetAsync(string name, CancellationToken cancel = default);
}

[ExecUnit("greeter")]
public sealed class Greeter : IGreeter
{
    public Task<string> GreetAsync(string name, CancellationToken cancel = default) => Task.FromResult($"Hello {name}");
}
