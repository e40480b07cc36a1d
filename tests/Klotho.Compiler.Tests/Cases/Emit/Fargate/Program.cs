[assembly: Expose("api")]

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<IGreeter, Greeter>();
var app = builder.Build();
app.MapPost("/greetings/{name}", (string name, IGreeter greeter, CancellationToken cancel) => greeter.GreetAsync(name, cancel));
app.Run();

public interface IGreeter
{
    Task<string> GreetAsync(string name, CancellationToken cancel = default);
}

[ExecUnit("greeter")]
public sealed class Greeter([Persist("greetings")] IKeyValueStore<string> greetings) : IGreeter
{
    public async Task<string> GreetAsync(string name, CancellationToken cancel = default) => $"{await greetings.GetAsync(name, cancel)} {name}";
}
