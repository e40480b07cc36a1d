using Klotho.Drivers;
using Klotho.Redis;
using Klotho.Wiring;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Redis;

/// <summary>Bindings as configuration writes them. Nothing here goes over a network.</summary>
public sealed class RedisBindingTests
{
    private const string Key = "Klotho:Persist:slide-meta";

    [Theory]
    [InlineData("redis://", "form")]
    [InlineData("redis://host/3", "form")]
    [InlineData("redis://:hunter2@host", "password")]
    [InlineData("redis://host?password=hunter2", "file:///")]
    [InlineData("rediss://someone@host?auth=iam", "auth=iam")]
    [InlineData("redis://host?prefix=a*", "prefix")]
    [InlineData("redis://host?tls=maybe", "tls")]
    [InlineData("redis://host?cluster=yes", "cluster")]
    [InlineData("redis://host?db=1", "prefix")]
    public async Task A_malformed_binding_stops_the_start_and_its_key_is_named(string binding, string why)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(binding));

        Assert.Contains(Key, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binding_opens_a_store_and_a_cache_and_asks_nobody()
    {
        await using var application = await StartAsync("rediss://host.example:6380?cluster=true&prefix=slides&password=file:///run/secrets/p");

        Assert.IsType<RedisKeyValueDriver>(application.Keyed<IKeyValueDriver>("slide-meta"));
        Assert.IsType<RedisCache>(application.Keyed<IDistributedCache>("rates"));
    }

    [Fact]
    public async Task A_cache_that_is_bound_to_what_nobody_opens_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            [new CacheDeclaration("rates")], new() { ["Klotho:Persist:rates"] = "redis://host" }));

        Assert.Contains("Klotho:Persist:rates", error.Message, StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartAsync(string binding) => TestApplication.StartAsync(
        [new KeyValueDeclaration<string>("slide-meta"), new CacheDeclaration("rates")],
        new() { [Key] = binding, ["Klotho:Persist:rates"] = "redis://host" },
        builder => builder.AddKlothoRedis().AddKlothoRedis());
}
