[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/payments", async ([Persist("payment-key")] ISecret key, [Config("payment-page")] IConfigValue<string> page, CancellationToken cancel) =>
    $"{page.Value} {(await key.ReadAsync(cancel)).Length}");
app.Run();
