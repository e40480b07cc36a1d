using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
builder.Services.Configure<MailOptions>(builder.Configuration.GetSection("Mail"));
builder.Services.AddOptions<Limits>().BindConfiguration("App:Limits");

// Every process starts like this, of whichever unit.
Console.WriteLine(builder.Configuration["Greeting"]);
var app = builder.Build();
app.MapGet("/a", (IConfiguration configuration) => configuration["Search:Pages"] + configuration.GetValue<int>("Search:Size") + configuration.GetConnectionString("Old"));
app.MapGet("/b", (IConfiguration configuration) =>
{
    var section = configuration.GetSection("Search").GetSection("Index");
    return section["Name"] + configuration.GetSection("Search:Language").Value;
});
app.MapGet("/c", (IConfiguration configuration) =>
{
    var limits = new Limits();
    configuration.GetSection("Bound").Bind(limits);
    return (limits, configuration.GetRequiredSection("Got").Get<Limits>());
});
app.MapGet("/d/{key}", (string key, IConfiguration configuration) => configuration[$"Dynamic:{key}"] + configuration.GetSection("Some")[key]);
app.MapGet("/e", (IOptionsSnapshot<Limits> limits) => limits.Value.Pages);
app.Run();

public sealed class MailOptions
{
    public string Host { get; set; } = "";

    public Sender From { get; set; } = new();

    public List<string> Copies { get; } = [];
}

public sealed class Sender
{
    public string Name { get; set; } = "";

    public TimeSpan Patience { get; set; }
}

public sealed class Limits
{
    public int Pages { get; set; }
}

[ExecUnit("mail")]
public sealed class Mail(IOptions<MailOptions> options)
{
    [Schedule("nightly", "0 3 * * *")]
    public Task Send(CancellationToken cancel) => Console.Out.WriteLineAsync(options.Value.Host.AsMemory(), cancel);
}
