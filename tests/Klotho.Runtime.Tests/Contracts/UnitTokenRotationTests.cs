using System.Net;
using Klotho.Runtime.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>A token that is changed while units call each other. Each process reads it anew at a time of its own.</summary>
public sealed class UnitTokenRotationTests : IAsyncLifetime
{
    private const string Divide = "/_klotho/calls/math/Klotho.Runtime.Tests.Contracts.IArithmetic.DivideAsync";
    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new();
    private readonly List<TestApplication> _apps = [];

    private string Secret => Path.Combine(_folder.Path, "token");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Secret, "first");
        await StartAsync("math");
        await StartAsync("main", _apps[0]);
        Assert.Equal(3, await CallAsync(_apps[1]));
    }

    public async Task DisposeAsync()
    {
        foreach (var app in _apps)
        {
            await app.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Calls_go_on_in_each_order_in_which_processes_learn_it()
    {
        await ChangeAsync();
        var newMain = await StartAsync("main", _apps[0]);
        var newMath = await StartAsync("math");
        var oldMain = await StartAsync("main", newMath, secret: Secret + ".old");
        Assert.Equal(UnitCallException.Unauthorized, (await Assert.ThrowsAsync<UnitCallException>(() => CallAsync(oldMain))).Code);

        // The one that is called knows the old one.
        Assert.Equal(3, await CallAsync(newMain));

        // The one that calls knows the old one, and the one that is called has learnt the new one by that call.
        Assert.Equal(3, await CallAsync(_apps[1]));

        // The one that calls knows the old one, and the one that is called has never known it.
        await File.WriteAllTextAsync(Secret + ".old", "second");
        _clock.Ahead += TimeSpan.FromSeconds(2);
        Assert.Equal(3, await CallAsync(oldMain));
    }

    [Fact]
    public async Task The_old_one_is_let_in_for_twice_the_time_that_a_value_is_kept()
    {
        await ChangeAsync();
        await StartAsync("main", _apps[0]);
        Assert.Equal(3, await CallAsync(_apps[2]));

        _clock.Ahead += TimeSpan.FromMinutes(9);
        Assert.Equal(HttpStatusCode.OK, await SendAsync("first"));
        _clock.Ahead += TimeSpan.FromMinutes(2);
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync("first"));
        Assert.Equal(HttpStatusCode.OK, await SendAsync("second"));
    }

    private async Task ChangeAsync()
    {
        await File.WriteAllTextAsync(Secret + ".old", "first");
        await File.WriteAllTextAsync(Secret, "second");
        _clock.Ahead += TimeSpan.FromSeconds(2);
    }

    private async Task<HttpStatusCode> SendAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Divide) { Content = new StringContent("""{"a":6,"b":2}""") };
        request.Headers.Add("Klotho-Time", $"{_clock.GetUtcNow().ToUnixTimeMilliseconds()}");
        await SignedCall.SignAsync(request, Divide, token);
        using var response = await _apps[0].Http.SendAsync(request);
        return response.StatusCode;
    }

    private static Task<int> CallAsync(TestApplication main) => main.Services.GetRequiredService<IArithmetic>().DivideAsync(6, 2);

    private async Task<TestApplication> StartAsync(string unit, TestApplication? math = null, string? token = null, string? secret = null)
    {
        var app = await TestApplication.StartAsync(
            UnitCallContract.Declarations,
            new()
            {
                ["Klotho:Unit"] = unit,
                ["Klotho:UnitToken"] = token ?? $"file://{secret ?? Secret}",
                ["Klotho:ExecUnit:math"] = math?.Address.ToString(),
            },
            builder => builder.Services.AddSingleton(new ArithmeticTrace()).AddSingleton<TimeProvider>(_clock));
        _apps.Add(app);
        return app;
    }
}
