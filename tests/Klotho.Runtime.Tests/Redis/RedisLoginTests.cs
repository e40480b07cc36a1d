using Klotho.Drivers;
using Klotho.Redis;
using StackExchange.Redis;

namespace Klotho.Runtime.Tests.Redis;

/// <summary>How a driver follows a password that changes. Has a server of its own, because in Redis the password is everybody's.</summary>
public sealed class RedisLoginTests
{
    [Fact]
    public async Task A_password_that_changes_is_followed()
    {
        using var server = await Servers.TestServer.StartAsync("redis", "redis-server", RedisServer.AnswersAsync);
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "password");
        await File.WriteAllTextAsync(file, "first\n");
        using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port},allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("CONFIG", "SET", "requirepass", "first");
        var clock = new Clock();
        using var connections = new RedisConnections([], new ValueSources([new FileValueSource()]), clock);
        var driver = new RedisKeyValueProvider(connections, RedisConnections.Scheme)
            .Open("cards", new ResourceBinding("Klotho:Persist:cards", RedisConnections.Scheme, $"127.0.0.1:{server.Port}?password=file://{file}"));
        await driver.PutAsync("a", "1"u8.ToArray(), default, default);

        await admin.GetDatabase().ExecuteAsync("CONFIG", "SET", "requirepass", "second");
        await File.WriteAllTextAsync(file, "second\n");
        clock.Ahead = TimeSpan.FromSeconds(11);
        await admin.GetDatabase().ExecuteAsync("CLIENT", "KILL", "SKIPME", "yes");

        Assert.NotNull(await driver.GetAsync("a", default));
    }

    [Fact]
    public async Task A_password_comes_from_wherever_values_do()
    {
        using var server = await Servers.TestServer.StartAsync("redis", "redis-server", RedisServer.AnswersAsync);
        using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port},allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("CONFIG", "SET", "requirepass", "of the vault");
        var vault = new Vault();
        using var connections = new RedisConnections([], new ValueSources([vault]), TimeProvider.System);
        var driver = new RedisKeyValueProvider(connections, RedisConnections.Scheme)
            .Open("cards", new ResourceBinding("Klotho:Persist:cards", RedisConnections.Scheme, $"127.0.0.1:{server.Port}?password=vault://cards"));
        Assert.Equal(0, vault.Reads);

        await driver.PutAsync("a", "1"u8.ToArray(), default, default);

        Assert.Equal(1, vault.Reads);
    }

    private sealed class Vault : IValueSource
    {
        public int Reads { get; private set; }

        public string Scheme => "vault";

        public void Check(ResourceBinding reference) => Assert.Equal("cards", reference.Target);

        public ValueTask<string> ReadAsync(ResourceBinding reference, CancellationToken cancel)
        {
            Reads++;
            return ValueTask.FromResult("of the vault");
        }
    }

    private sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * System.TimestampFrequency);
    }
}
