using Klotho;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.AddKlotho();
var app = builder.Build();
app.MapKlotho();
app.MapGet("/a", ([Persist("in-lambda")] IKeyValueStore<string> store, CancellationToken cancel) => store.GetAsync("a", cancel));
app.MapGet("/b", Methods.Group);
app.MapGet("/c", Local);
app.Run();

static object Local([Persist("in-local-function")] IBlobStore store) => store;

internal static class Methods
{
    public static object Group([Persist("in-method-group")] IBlobStore store) => store;
}

public sealed class HomeController([Persist("in-controller")] IBlobStore store) : ControllerBase
{
    [HttpGet("/d")]
    public object Get([Persist("in-action")] IBlobStore other) => new[] { store, other };
}
