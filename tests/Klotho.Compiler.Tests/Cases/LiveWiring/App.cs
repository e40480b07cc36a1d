using Klotho;

namespace Live;

public sealed record Counted(string Text, int Words);

public sealed record Written(string Id, string Text);

/// <summary>Nested, so that its name in calls is one that both sides must agree on.</summary>
public static class Contracts
{
    public interface ICounter
    {
        Task<Counted?> CountAsync(string? text, int @base = 1, CancellationToken cancel = default);

        ValueTask ForgetAsync(string text);
    }
}

[ExecUnit("counter")]
public sealed class Counter([Persist("counts")] IKeyValueStore<Counted> counts, IConfiguration configuration) : Contracts.ICounter
{
    public async Task<Counted?> CountAsync(string? text, int @base, CancellationToken cancel)
    {
        if (text is null)
        {
            return null;
        }

        var counted = new Counted($"{text} in unit '{configuration["Klotho:Unit"]}'", @base + text.Split(' ').Length - 1);
        await counts.PutAsync(text, counted, cancel: cancel);
        return counted;
    }

    public async ValueTask ForgetAsync(string text) => await counts.DeleteAsync(text);

    [PubSub("written")]
    [Idempotent(nameof(Written.Id))]
    public async Task Handle(Written message, MessageContext context, CancellationToken cancel) =>
        await counts.PutAsync(message.Id, new($"{message.Text} on attempt {context.Attempt} in unit '{configuration["Klotho:Unit"]}'", 0), cancel: cancel);
}

[ExecUnit("counter")]
public sealed class Opening([Persist("counts")] IKeyValueStore<Counted> counts, IConfiguration configuration) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await counts.PutAsync($"opening/{configuration["Klotho:Unit"]}", new("opened", 0), cancel: stoppingToken);
}

/// <summary>In no unit.</summary>
public sealed class Greeting([Persist("counts")] IKeyValueStore<Counted> counts, IConfiguration configuration) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await counts.PutAsync($"greeting/{configuration["Klotho:Unit"]}", new("greeted", 0), cancel: stoppingToken);
}

public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.AddKlotho();
        builder.Services.AddHostedService<Opening>().AddHostedService<Greeting>();
        var app = builder.Build();
        app.MapKlotho();
        app.MapGet("/count", (string? text, Contracts.ICounter counter, CancellationToken cancel) => counter.CountAsync(text, cancel: cancel));
        app.MapPost("/forget", (string text, Contracts.ICounter counter) => counter.ForgetAsync(text).AsTask());
        app.MapPost("/written", (Written written, [PubSub("written")] ITopic<Written> topic, CancellationToken cancel) => topic.PublishAsync(written, cancel).AsTask());
        app.MapGet("/counts/{**key}", async (string key, [Persist("counts")] IKeyValueStore<Counted> counts, CancellationToken cancel) =>
            await counts.GetAsync(key, cancel) is { } entry ? Results.Ok(entry.Value) : Results.NotFound());
        return app;
    }
}
