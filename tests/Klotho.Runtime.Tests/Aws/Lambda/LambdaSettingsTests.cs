using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>What a function is told of how it is set up.</summary>
public sealed class LambdaSettingsTests
{
    [Fact]
    public async Task Behind_the_web_adapter_Kestrel_stays_and_nobody_asks_for_invocations()
    {
        await using var lambda = await LambdaSimulator.StartAsync();
        await using var app = await StartAsync(lambda, "Klotho:Lambda:Server", "web-adapter");

        Assert.Equal("hello", await app.Http.GetStringAsync("/"));
        Assert.Equal(0, lambda.Asked);
        Assert.False(lambda.SendsSignal);
    }

    [Theory]
    [InlineData("Klotho:Lambda:Server", "kestrel")]
    [InlineData("Klotho:Lambda:Streaming", "yes")]
    public async Task What_cannot_be_read_stops_the_start_and_is_named(string key, string value)
    {
        await using var lambda = await LambdaSimulator.StartAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(lambda, key, value));

        Assert.Contains($"'{value}' in {key}", error.Message, StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartAsync(LambdaSimulator lambda, string key, string value) => TestApplication.StartAsync(
        [],
        new() { ["AWS_LAMBDA_RUNTIME_API"] = lambda.Address, [key] = value },
        builder => builder.AddKlothoAws(),
        app => app.MapGet("/", (RequestDelegate)(context => context.Response.WriteAsync("hello"))));
}
