using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Runtime.Tests.RabbitMq;
using Klotho.Runtime.Tests.Redis;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Benchmarks.Runtime;

/// <summary>The servers of the runtime's tests, and an application that is bound to all of them.</summary>
internal sealed class RuntimeServers : IAsyncDisposable
{
    public const string Name = "benchmark";

    private RuntimeServers(WebApplication app) => App = app;

    public static AwsEmulators Aws { get; } = new();

    public static PostgresServer Postgres { get; } = new();

    public static RedisServer Redis { get; } = new();

    public static RabbitMqServer RabbitMq { get; } = new();

    public WebApplication App { get; }

    public static async Task<RuntimeServers> StartAsync()
    {
        await Aws.InitializeAsync();
        await Postgres.InitializeAsync();
        await Redis.InitializeAsync();
        await RabbitMq.InitializeAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            // Another unit subscribes, and does not run.
            ["Klotho:Unit"] = "main",
            ["Klotho:Persist:rows"] = Postgres.Binding($"table={Name}"),
            ["Klotho:Persist:hashes"] = $"redis://127.0.0.1:{Redis.Port}?prefix={Name}",
            ["Klotho:Persist:items"] = $"dynamodb://{Name}",
            ["Klotho:Persist:objects"] = $"s3://{Name}/ours",
            ["Klotho:PubSub:messages"] = RabbitMq.Binding(Name),
            ["Klotho:PubSub:notices"] = $"sns://{MessagingSetup.ArnOf("sns", Name).Text}",
        });
        builder.AddKlothoAws().AddKlothoPostgres().AddKlothoRedis().AddKlothoRabbitMq().AddKlotho(new KlothoModule(typeof(RuntimeServers).Assembly,
        [
            new KeyValueDeclaration<Card>("rows"),
            new KeyValueDeclaration<Card>("hashes"),
            new KeyValueDeclaration<Card>("items"),
            new BlobDeclaration("objects"),
            new TopicDeclaration<Card>("messages"),
            new TopicDeclaration<Card>("notices"),
            new UnitDeclaration<RuntimeBenchmark>("other"),
            new SubscriptionDeclaration<RuntimeBenchmark, Card>("messages", "other", "Nobody.Handle", static (_, _, _, _) => ValueTask.CompletedTask),
        ]));
        var app = builder.Build();
        app.MapKlotho();
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
