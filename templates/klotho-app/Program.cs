using Klotho;
using KlothoApp;

[assembly: Expose("api")]

var builder = WebApplication.CreateBuilder(args);
builder.AddKlotho();
var app = builder.Build();
app.MapKlotho();
app.MapPost("/hello/{name}", (string name, IGreeter greeter, CancellationToken cancel) => greeter.GreetAsync(name, cancel));
app.Run();
