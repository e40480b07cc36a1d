using Klotho;

[assembly: Expose("hello-api")]

var builder = WebApplication.CreateBuilder(args);
builder.AddKlothoAws();
builder.AddKlotho();
var app = builder.Build();
app.MapKlotho();
app.MapPost("/hello/{name}", (string name, IGreeter greeter, CancellationToken cancel) => greeter.GreetAsync(name, cancel));
app.Run();

/// <summary>What the rest of the application sees of the unit: locally a plain call, deployed a call to another process.</summary>
public interface IGreeter
{
    Task<string> GreetAsync(string name, CancellationToken cancel = default);
}

/// <summary>Greets by name and counts how often it did.</summary>
[ExecUnit("greeter")]
public sealed class Greeter([Persist("visits")] IKeyValueStore<int> visits) : IGreeter
{
    public async Task<string> GreetAsync(string name, CancellationToken cancel = default)
    {
        var last = await visits.GetAsync(name, cancel);
        var visit = (last?.Value ?? 0) + 1;
        await visits.PutAsync(name, visit, last is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(last.Version), cancel);
        return $"Hello {name}, visit {visit}";
    }
}
