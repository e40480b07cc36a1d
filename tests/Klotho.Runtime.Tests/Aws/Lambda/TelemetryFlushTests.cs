using System.Collections.Concurrent;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Observing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>What a function tells of itself is sent before Lambda freezes it, which is when it asks for the next invocation.</summary>
[Collection("Telemetry")]
public sealed class TelemetryFlushTests
{
    // No batch goes by itself before the test is over.
    private const string Never = "600000";

    [Fact]
    public async Task All_signals_of_an_invocation_have_arrived_when_the_function_asks_for_the_next()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var lambda = await LambdaSimulator.StartAsync();
        await using var function = await StartAsync(lambda, builder => builder.AddKlothoOpenTelemetry(), new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = Never,
            ["OTEL_BLRP_SCHEDULE_DELAY"] = Never,
            ["OTEL_METRIC_EXPORT_INTERVAL"] = Never,
        });

        Assert.Equal(200, (await lambda.InvokeAsync(LambdaEvents.Request("GET", "/hello"))).Status);
        await Eventually.IsTrue(() => lambda.Asked == 2, "the function asks for its next invocation");

        Assert.Contains("Microsoft.AspNetCore.Hosting.HttpRequestIn", receiver.Received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", receiver.Received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("The cupboard is bare.", receiver.Received["/v1/logs"], StringComparison.Ordinal);

        Assert.True((await lambda.InvokeAsync("""{"source":"nobody"}""")).Failed);
        await Eventually.IsTrue(() => lambda.Asked == 3, "the function asks for its next invocation");
        Assert.Contains("System.NotSupportedException", receiver.Received["/v1/logs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flush_has_a_second_and_no_more_than_half_of_what_the_function_has()
    {
        var flush = new RecordingFlush();
        await using var lambda = await LambdaSimulator.StartAsync();
        await using var function = await StartAsync(lambda, builder => builder.Services.AddSingleton<ITelemetryFlush>(flush), []);

        await lambda.InvokeAsync(LambdaEvents.Request("GET", "/hello"));
        await lambda.InvokeAsync(LambdaEvents.Request("GET", "/hello"), TimeSpan.FromMilliseconds(900));
        await Eventually.IsTrue(() => lambda.Asked == 3, "the function asks for its next invocation");

        Assert.Collection(
            flush.Given,
            patience => Assert.Equal(TimeSpan.FromSeconds(1), patience),
            patience => Assert.InRange(patience, TimeSpan.Zero, TimeSpan.FromMilliseconds(450)));
    }

    private static async Task<WebApplication> StartAsync(LambdaSimulator lambda, Action<WebApplicationBuilder> configure, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("AWS_LAMBDA_RUNTIME_API", lambda.Address)]);
        builder.Logging.ClearProviders();
        builder.AddKlothoAws();
        configure(builder);
        var app = builder.Build();
        app.MapGet("/hello", (RequestDelegate)(context =>
        {
            context.RequestServices.GetRequiredService<ILogger<TelemetryFlushTests>>().LogWarning("The cupboard is bare.");
            return context.Response.WriteAsync("hello");
        }));
        await app.StartAsync();
        return app;
    }

    private sealed class RecordingFlush : ITelemetryFlush
    {
        public ConcurrentQueue<TimeSpan> Given { get; } = [];

        public ValueTask FlushAsync(TimeSpan patience)
        {
            Given.Enqueue(patience);
            return ValueTask.CompletedTask;
        }
    }
}
