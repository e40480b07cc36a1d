using System.Net;
using System.Text.Json;
using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Runtime.Tests.RabbitMq;
using Klotho.Runtime.Tests.Redis;
using Klotho.Wiring;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>How each binding is, on real servers and emulators, and what it means for the process.</summary>
public sealed class BindingHealthTests(RedisServer redis, PostgresServer postgres, RabbitMqServer rabbit, AwsEmulators emulators)
    : IClassFixture<RedisServer>, IClassFixture<PostgresServer>, IClassFixture<RabbitMqServer>, IClassFixture<AwsEmulators>
{
    // Nobody listens there.
    private const int NoPort = 9;

    private static readonly Declaration[] Declarations =
    [
        new KeyValueDeclaration<string>("items"), new BlobDeclaration("files"), new CacheDeclaration("pages"), new TopicDeclaration<string>("notes"),
        new SubscriptionDeclaration<object, string>("notes", "main", "Worker.Handle", (_, _, _, _) => ValueTask.CompletedTask),
    ];

    [Fact]
    public async Task What_is_local_is_well_and_is_not_asked()
    {
        await using var app = await StartAsync();

        var (status, report) = await ReportAsync(app);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["Persist:files", "Persist:items", "Persist:pages", "PubSub:notes"], report.Keys);
        Assert.All(report.Values, binding => Assert.Equal(("memory", "Healthy", "It is not asked."), binding));
    }

    [Fact]
    public async Task Servers_that_are_there_answer()
    {
        await using var app = await StartAsync(
            ("Klotho:Persist:items", postgres.Binding("table=health")), ("Klotho:Persist:pages", $"redis://127.0.0.1:{redis.Port}"),
            ("Klotho:PubSub:notes", rabbit.Binding("health")), ("Klotho:Subscriptions:notes", rabbit.Binding("health.main")));

        var (status, report) = await ReportAsync(app);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("postgres", "Healthy", "It answers."), report["Persist:items"]);
        Assert.Equal(("redis", "Healthy", "It answers."), report["Persist:pages"]);
        Assert.Equal(("amqp", "Healthy", "It answers."), report["PubSub:notes"]);
    }

    [Fact]
    public async Task Services_of_AWS_that_are_there_answer_and_what_is_not_there_does_not()
    {
        using var clients = new AwsClients();
        using var setup = new MessagingSetup(emulators.Address);
        await KeyValueTable.CreateAsync(clients.DynamoDb, "health");
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = "health" });
        var queue = await setup.QueueAsync("health");
        var topic = await setup.TopicAsync("health", queue);

        await using var app = await StartAsync(
            ("Klotho:Persist:items", "dynamodb://health"), ("Klotho:Persist:files", "s3://health"),
            ("Klotho:PubSub:notes", $"sns://{topic}"), ("Klotho:Subscriptions:notes", $"sqs://{queue}"));
        var (status, report) = await ReportAsync(app);
        await using var lost = await StartAsync(("Klotho:Persist:items", "dynamodb://nowhere"), ("Klotho:Persist:files", "s3://nowhere"));
        var (failed, missing) = await ReportAsync(lost);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["It answers.", "It answers.", "It answers."], [report["Persist:files"].Description, report["Persist:items"].Description, report["PubSub:notes"].Description]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed);
        Assert.Equal(["Unhealthy", "Unhealthy"], [missing["Persist:files"].Status, missing["Persist:items"].Status]);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_told_and_neither_restarts_the_process_nor_takes_its_requests()
    {
        await using var app = await StartAsync(("Klotho:Persist:items", postgres.Binding("table=health", port: NoPort)));

        var (status, report) = await ReportAsync(app);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(("postgres", "Unhealthy"), (report["Persist:items"].Scheme, report["Persist:items"].Status));
        Assert.Equal("ready", await app.Http.GetStringAsync("/_klotho/health"));
    }

    [Fact]
    public async Task Without_its_cache_an_application_is_slower_and_still_right()
    {
        await using var app = await StartAsync(("Klotho:Persist:pages", $"redis://127.0.0.1:{NoPort}"));

        var (status, report) = await ReportAsync(app);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Degraded", report["Persist:pages"].Status);
    }

    [Fact]
    public async Task The_application_finds_the_checks_among_its_own()
    {
        await using var app = await StartAsync();
        var checks = app.Services.GetService(typeof(HealthCheckService)) as HealthCheckService;
        Assert.NotNull(checks);

        var report = await checks.CheckHealthAsync(check => check.Tags.Contains("klotho"));

        Assert.Equal(4, report.Entries.Count);
    }

    [Fact]
    public async Task Nobody_but_operators_learns_of_bindings()
    {
        await using var app = await TestApplication.StartAsync(Declarations, new() { ["Klotho:UnitToken"] = "token" });

        using var refused = await app.Http.GetAsync("/_klotho/health/bindings");
        app.UseToken("token");
        using var answered = await app.Http.GetAsync("/_klotho/health/bindings");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (refused.StatusCode, answered.StatusCode));
        Assert.Empty(await refused.Content.ReadAsStringAsync());
    }

    private static Task<TestApplication> StartAsync(params (string Key, string Value)[] bindings) => TestApplication.StartAsync(
        Declarations,
        bindings.ToDictionary(binding => binding.Key, binding => (string?)binding.Value),
        builder => builder.AddKlothoAws().AddKlothoPostgres().AddKlothoRabbitMq().AddKlothoRedis(),
        environment: "Development");

    private static async Task<(HttpStatusCode Status, SortedDictionary<string, (string Scheme, string Status, string Description)> Report)> ReportAsync(TestApplication app)
    {
        using var answer = await app.Http.GetAsync("/_klotho/health/bindings");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        var report = new SortedDictionary<string, (string, string, string)>(StringComparer.Ordinal);
        foreach (var binding in json.RootElement.EnumerateObject())
        {
            string Text(string name) => binding.Value.GetProperty(name).GetString() ?? "";
            report[binding.Name] = (Text("scheme"), Text("status"), Text("description"));
        }

        return (answer.StatusCode, report);
    }
}
