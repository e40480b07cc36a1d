using Microsoft.Extensions.Caching.Distributed;

var app = WebApplication.CreateBuilder(args).Build();
app.Run();

[ExecUnit("cleanup")]
public sealed class Cleanup([Persist("pages")] IDistributedCache pages, [Config("token", Secret = true)] IConfigValue<string> token)
{
    [Schedule("nightly", "*/20 3 * * MON-FRI")]
    public Task Run(CancellationToken cancel) => pages.GetAsync(token.Value, cancel);
}
