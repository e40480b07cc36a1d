using Klotho.Drivers;
using Klotho.Runtime.Tests.Contracts;
using Klotho.Wiring;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Chaos;

/// <summary>What an application meets with <c>Klotho:Chaos</c>.</summary>
public sealed class ChaosApplicationTests
{
    private static readonly Declaration[] Declarations =
        [new KeyValueDeclaration<int>("cards"), new BlobDeclaration("files"), new TopicDeclaration<int>("notes"), new CacheDeclaration("rates")];

    [Fact]
    public async Task Operations_fail_before_they_are_done_or_after_and_the_same_ones_in_each_run()
    {
        var first = await FailuresAsync("fail=30%,seed=7");
        var second = await FailuresAsync("fail=30%,seed=7");
        var other = await FailuresAsync("fail=30%,seed=8");

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Contains("written in spite of it", first);
        Assert.Contains("not written", first);
        Assert.InRange(first.Count(what => what == "written"), 50, 90);
    }

    [Fact]
    public async Task Files_and_publishing_fail_too()
    {
        await using var app = await StartAsync("fail=100%,seed=1");

        var write = await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IBlobStore>("files").WriteAsync("a", Stream.Null));
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IBlobStore>("files").ReadAsync("a"));
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IBlobStore>("files").ListAsync().CountAsync());
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IKeyValueStore<int>>("cards").ScanAsync().CountAsync());
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IKeyValueStore<int>>("cards").PutManyAsync([KeyValuePair.Create("a", 1)]));
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IKeyValueStore<int>>("cards").GetManyAsync(["a"], ReadConsistency.Eventual));
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<IKeyValueStore<int>>("cards").DeleteManyAsync(["a"]));
        await Assert.ThrowsAsync<ChaosException>(async () => await app.Keyed<ITopic<int>>("notes").PublishAsync(1));
        Assert.StartsWith("WriteAsync of 'Persist:files' fails because of Klotho:Chaos: ", write.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caches_fail_whichever_way_they_are_asked_and_their_health_does_not()
    {
        await using var app = await StartAsync("fail=100%,seed=1");
        var cache = app.Keyed<IDistributedCache>("rates");

        var set = await Assert.ThrowsAsync<ChaosException>(() => cache.SetStringAsync("a", "1"));
        await Assert.ThrowsAsync<ChaosException>(() => cache.GetStringAsync("a"));
        await Assert.ThrowsAsync<ChaosException>(() => cache.RefreshAsync("a"));
        await Assert.ThrowsAsync<ChaosException>(() => cache.RemoveAsync("a"));
        Assert.Throws<ChaosException>(() => cache.SetString("a", "1"));
        Assert.Throws<ChaosException>(() => cache.GetString("a"));
        Assert.Throws<ChaosException>(() => cache.Refresh("a"));
        Assert.Throws<ChaosException>(() => cache.Remove("a"));
        Assert.StartsWith("Set of 'Persist:rates' fails because of Klotho:Chaos: ", set.Message, StringComparison.Ordinal);
        await Assert.IsType<ChaosCache>(cache).CheckAsync(default);
    }

    [Fact]
    public async Task Calls_of_other_units_fail_as_on_a_network()
    {
        var unit = new UnitInterfaceDeclaration<IArithmetic, Arithmetic>("math", static caller => new ArithmeticClient(caller), []);
        await using var app = await TestApplication.StartAsync([unit, new UnitDeclaration<Arithmetic>("math")], new()
        {
            ["Klotho:Chaos"] = "fail=100%,seed=1",
            ["Klotho:Unit"] = "main",
            ["Klotho:ExecUnit:math"] = "http://127.0.0.1:1",
        }, options: options => options.CallTimeout = TimeSpan.FromMilliseconds(1));

        var codes = new List<string>();
        for (var call = 0; call < 8; call++)
        {
            var failure = await Assert.ThrowsAsync<UnitCallException>(() => app.Services.GetRequiredService<IArithmetic>().DivideAsync(4, 2));
            codes.Add(failure.InnerException is ChaosException ? failure.Code : "connecting failed");
        }

        // Where the call is not kept from being sent, it is: there is nobody.
        Assert.Equal(["connecting failed", UnitCallException.Unavailable], codes.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_said_once_with_the_seed()
    {
        await using var app = await StartAsync("duplicate=5%,seed=7");

        Assert.Equal(
            ["Warning: Klotho: chaos is on, and stores, databases, caches, topics and calls of other units fail on purpose: duplicate=5%,delay=0ms,fail=0%,seed=7."],
            app.Log.Lines.Where(line => line.Contains("chaos is on", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mistake_stops_the_start()
    {
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("fail=lots"));

        Assert.StartsWith("Klotho:Chaos: 'fail=lots' is not understood", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployed_process_refuses_it()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            [], new() { ["Klotho:Chaos"] = "fail=1%", ["Klotho:Deployed"] = "true" }));

        Assert.Equal("Klotho:Chaos is set in a deployed process, which must not fail on purpose. Unset it.", refusal.Message);
    }

    private static Task<TestApplication> StartAsync(string chaos) => TestApplication.StartAsync(Declarations, new() { ["Klotho:Chaos"] = chaos });

    private static async Task<List<string>> FailuresAsync(string chaos)
    {
        await using var app = await StartAsync(chaos);
        var (results, driver) = (new List<string>(), app.Keyed<IKeyValueDriver>("cards"));
        for (var number = 0; number < 100; number++)
        {
            var failed = false;
            try
            {
                await app.Keyed<IKeyValueStore<int>>("cards").PutAsync($"{number}", number);
            }
            catch (ChaosException)
            {
                failed = true;
            }

            // The driver itself has no faults.
            var written = await driver.GetAsync($"{number}", default) is not null;
            results.Add(written ? failed ? "written in spite of it" : "written" : "not written");
        }

        return results;
    }
}
