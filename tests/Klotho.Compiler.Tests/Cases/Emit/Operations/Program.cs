var app = WebApplication.CreateBuilder(args).Build();
app.Run();

[ExecUnit("cleanup")]
public sealed class Cleanup([Config("page-size")] IConfigValue<int> size, [Config("token", Secret = true)] IConfigValue<string> token)
{
    [Schedule("nightly", "*/20 3 * * MON-FRI")]
    public Task Run(CancellationToken cancel) => Task.FromResult(size.Value + token.Value.Length);
}
