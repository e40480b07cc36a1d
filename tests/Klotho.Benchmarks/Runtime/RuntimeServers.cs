using Klotho.Aws;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Runtime.Tests.RabbitMq;
using Klotho.Runtime.Tests.Redis;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Benchmarks.Runtime;

/// <summary>The servers of the runtime's tests, and an application that is bound to all of them.</summary>
internal sealed class RuntimeServers : IAsyncDisposable
{
    public const string Name = "benchmark";
    public const string OrderedName = $"{Name}.fifo";

    private const string HandledName = $"{Name}-handled";

    private RuntimeServers(WebApplication app, Arrivals arrivals) => (App, Arrivals) = (app, arrivals);

    public static AwsEmulators Aws { get; } = new();

    public static PostgresServer Postgres { get; } = new();

    public static RedisServer Redis { get; } = new();

    public static RabbitMqServer RabbitMq { get; } = new();

    public WebApplication App { get; }

    /// <summary>What handles messages in the application.</summary>
    public Arrivals Arrivals { get; }

    public static async Task<RuntimeServers> StartAsync()
    {
        await Aws.InitializeAsync();
        await Postgres.InitializeAsync();
        await Redis.InitializeAsync();
        await RabbitMq.InitializeAsync();
        using var setup = new MessagingSetup(Aws.Address);
        var queue = await setup.QueueAsync(HandledName);
        var arrivals = new Arrivals();
        var app = Build(queue, arrivals);
        await app.StartAsync();
        return new(app, arrivals);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private static WebApplication Build(Arn queue, Arrivals arrivals)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Bindings(queue));
        builder.Services.AddSingleton(arrivals);
        builder.AddKlothoAws().AddKlothoPostgres().AddKlothoRedis().AddKlothoRabbitMq().AddKlotho(new KlothoModule(typeof(RuntimeServers).Assembly, Declarations));
        var app = builder.Build();
        app.MapKlotho();
        return app;
    }

    private static Dictionary<string, string?> Bindings(Arn queue) => new()
    {
        // To some topics another unit subscribes, which does not run.
        ["Klotho:Unit"] = "main",
        ["Klotho:Persist:rows"] = Postgres.Binding($"table={Name}"),
        ["Klotho:Persist:hashes"] = $"redis://127.0.0.1:{Redis.Port}?prefix={Name}",
        ["Klotho:Persist:answers"] = $"redis://127.0.0.1:{Redis.Port}?prefix={Name}",
        ["Klotho:Persist:items"] = $"dynamodb://{Name}",
        ["Klotho:Persist:objects"] = $"s3://{Name}/ours",
        ["Klotho:PubSub:messages"] = RabbitMq.Binding(Name),
        ["Klotho:PubSub:handled"] = RabbitMq.Binding(HandledName),
        ["Klotho:Subscriptions:handled"] = RabbitMq.Binding($"{HandledName}.main"),
        ["Klotho:PubSub:notices"] = $"sns://{MessagingSetup.ArnOf("sns", Name).Text}",
        ["Klotho:PubSub:lines"] = $"sns://{MessagingSetup.ArnOf("sns", OrderedName).Text}",
        ["Klotho:PubSub:events"] = $"eventbridge://{MessagingSetup.ArnOf("events", $"event-bus/{Name}").Text}?source={Name}",
        ["Klotho:PubSub:queued"] = $"sqs://{queue.Text}",
        ["Klotho:Subscriptions:queued"] = $"sqs://{queue.Text}",
    };

    private static IReadOnlyList<Declaration> Declarations { get; } =
    [
        new KeyValueDeclaration<Card>("rows"),
        new KeyValueDeclaration<Card>("hashes"),
        new KeyValueDeclaration<Card>("items"),
        new CacheDeclaration("answers"),
        new BlobDeclaration("objects"),
        new TopicDeclaration<Card>("messages"),
        new TopicDeclaration<Card>("handled"),
        new TopicDeclaration<Card>("notices"),
        new TopicDeclaration<Card>("lines") { OrderedBy = static card => card.Line },
        new TopicDeclaration<Card>("events"),
        new TopicDeclaration<Card>("queued"),
        new UnitDeclaration<RuntimeBenchmark>("other"),
        new SubscriptionDeclaration<RuntimeBenchmark, Card>("messages", "other", "Nobody.Handle", static (_, _, _, _) => ValueTask.CompletedTask),
        Handling("handled"),
        Handling("queued"),
    ];

    private static SubscriptionDeclaration<Arrivals, Card> Handling(string topic) => new(topic, "main", "Arrivals.Take", static (arrivals, card, _, _) =>
    {
        arrivals.Take(card);
        return ValueTask.CompletedTask;
    });
}
