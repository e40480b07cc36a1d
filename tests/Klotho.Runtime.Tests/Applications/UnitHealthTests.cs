using System.Text.Json.Nodes;
using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>What a process tells of the units that it calls, and when.</summary>
public sealed class UnitHealthTests
{
    [Fact]
    public async Task A_unit_that_is_called_is_told_of_and_not_asked()
    {
        await using var main = await StartAsync("http://127.0.0.1:1");

        Assert.Equal("""{"ExecUnit:math":{"scheme":"http","status":"Healthy","description":"It is not asked."}}""", await HealthAsync(main));
    }

    [Fact]
    public async Task A_unit_that_is_spared_is_told_with_the_methods_that_had_no_answer()
    {
        await using var main = await StartAsync("https://127.0.0.1:1");
        for (var call = 0; call < 2; call++)
        {
            await Assert.ThrowsAsync<UnitCallException>(() => main.Services.GetRequiredService<IArithmetic>().NoteAsync("x"));
        }

        var health = JsonNode.Parse(await HealthAsync(main))?["ExecUnit:math"];
        Assert.Equal("Degraded", $"{health?["status"]}");
        Assert.Contains("IArithmetic.NoteAsync", $"{health?["description"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_told_of_a_unit()
    {
        await using var main = await StartAsync(null);

        Assert.Equal("{}", await HealthAsync(main));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => main.Services.GetRequiredService<IArithmetic>().NoteAsync("x"));
        Assert.Contains("Klotho:ExecUnit:math", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("math")]
    [InlineData("math:80")]
    [InlineData("ftp://math")]
    public async Task An_address_that_is_none_stops_the_start(string address)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(address));

        Assert.Contains($"Klotho:ExecUnit:math is '{address}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_cannot_be_read_stops_the_start()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("http://127.0.0.1:1", "file:///nowhere/token"));

        Assert.Contains("Klotho:UnitToken", failure.Message, StringComparison.Ordinal);
    }

    private static Task<string> HealthAsync(TestApplication app) => app.Http.GetStringAsync("/_klotho/health/bindings");

    private static Task<TestApplication> StartAsync(string? address, string token = "t0ken") => TestApplication.StartAsync(
        UnitCallContract.Declarations,
        new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = token, ["Klotho:ExecUnit:math"] = address },
        options: options => (options.CallsBeforePause, options.CallTimeout) = (2, TimeSpan.FromMilliseconds(300)),
        environment: "Development");
}
