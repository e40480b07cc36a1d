using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Observing;

/// <summary>The package that sends what the runtime tells, by the standard's variables.</summary>
[Collection("Telemetry")]
public sealed class OpenTelemetryTests
{
    private static readonly Declaration[] Declarations = [new KeyValueDeclaration<string>("sent-cards")];

    [Fact]
    public async Task Traces_metrics_and_logs_arrive_with_the_ids_of_the_graph_and_the_unit()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment.name=test",
            ["Klotho:Unit"] = "main",
        }))
        {
            await app.Keyed<IKeyValueStore<string>>("sent-cards").PutAsync("a", "1");
            app.Services.GetRequiredService<ILogger<OpenTelemetryTests>>().LogWarning("The cupboard is bare.");
        }

        // The end of the process sends what is left.
        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], receiver.Received.Keys.Order(StringComparer.Ordinal));
        Assert.All(receiver.Received.Values, body =>
        {
            Assert.Contains("Klotho.Runtime.Tests-main", body, StringComparison.Ordinal);
            Assert.Contains("deployment.environment.name", body, StringComparison.Ordinal);
            Assert.Contains("klotho.unit", body, StringComparison.Ordinal);
        });
        Assert.Contains("put kv:sent-cards", receiver.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("klotho.operation.duration", receiver.Received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("kv:sent-cards", receiver.Received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("The cupboard is bare.", receiver.Received["/v1/logs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_signal_alone_is_sent_where_only_it_has_an_address()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using (var app = await StartAsync(new()
        {
            ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"{receiver.Address}/mine",
            ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http/protobuf",
            ["OTEL_SERVICE_NAME"] = "shop",
        }))
        {
            await app.Keyed<IKeyValueStore<string>>("sent-cards").PutAsync("a", "1");
        }

        var (path, body) = Assert.Single(receiver.Received);
        Assert.Equal("/mine", path);
        Assert.Contains("shop", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("true")]
    public async Task Without_an_address_or_disabled_nothing_is_added(string? disabled)
    {
        var added = 0;
        await using var app = await TestApplication.StartAsync(Declarations, new()
        {
            ["OTEL_SDK_DISABLED"] = disabled,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = disabled is null ? null : "http://127.0.0.1:1",
        }, builder =>
        {
            var before = builder.Services.Count;
            builder.AddKlothoOpenTelemetry();
            added = builder.Services.Count - before;
        });

        Assert.Equal(0, added);
    }

    private static Task<TestApplication> StartAsync(Dictionary<string, string?> settings) =>
        TestApplication.StartAsync(Declarations, settings, builder => builder.AddKlothoOpenTelemetry());
}
