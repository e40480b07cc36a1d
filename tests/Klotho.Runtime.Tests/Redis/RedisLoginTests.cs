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

    /// <summary>As a server of AWS does it: a token signs in for some minutes, and what it has signed in ends unless it is shown another one.</summary>
    [Fact]
    public async Task A_token_is_renewed_on_the_connections_that_there_are_and_where_they_are_cut()
    {
        using var server = await Servers.TestServer.StartAsync("redis", "redis-server", RedisServer.AnswersAsync);
        using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port},allowAdmin=true");
        await TakeOnlyAsync("token-1");
        var (clock, tokens) = (new Clock(), new Tokens());
        using var connections = new RedisConnections([tokens], new ValueSources([]), clock);
        var driver = new RedisKeyValueProvider(connections, RedisConnections.Scheme)
            .Open("cards", new ResourceBinding("Klotho:Persist:cards", RedisConnections.Scheme, $"unit@127.0.0.1:{server.Port}?auth=iam"));
        await driver.PutAsync("a", "1"u8.ToArray(), default, default);
        var signedIn = await OfUnitAsync();
        Assert.NotEmpty(signedIn);

        // The first token is still good for what it has signed in: nothing connects again, and all is shown the second.
        await TakeOnlyAsync("token-2");
        await admin.GetDatabase().ExecuteAsync("CONFIG", "RESETSTAT");
        clock.Ahead = TimeSpan.FromMinutes(11);
        Assert.NotNull(await driver.GetAsync("a", default));
        Assert.Equal(signedIn, await OfUnitAsync());
        Assert.Equal(2, tokens.Made);
        Assert.Matches("cmdstat_auth:.*failed_calls=0", (string?)await admin.GetDatabase().ExecuteAsync("INFO", "commandstats"));

        // What is cut connects again with the second, although the client was made with the first.
        await admin.GetDatabase().ExecuteAsync("CLIENT", "KILL", "SKIPME", "yes");
        await Eventually.IsTrueAsync(async () => await driver.GetAsync("a", default) is not null, "the driver is signed in again");
        Assert.Equal(2, tokens.Made);

        // What lost its connection while its token grew old is made anew.
        await TakeOnlyAsync("token-3");
        clock.Ahead = TimeSpan.FromMinutes(22);
        await admin.GetDatabase().ExecuteAsync("CLIENT", "KILL", "SKIPME", "yes");
        await Eventually.IsTrueAsync(async () => await driver.GetAsync("a", default) is not null, "the driver is signed in with a new token");
        Assert.Equal(3, tokens.Made);

        Task TakeOnlyAsync(string token) => admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "unit", "on", "~*", "+@all", "resetpass", $">{token}");

        async Task<List<string>> OfUnitAsync() => [.. ((string?)await admin.GetDatabase().ExecuteAsync("CLIENT", "LIST") ?? "").Split('\n')
            .Where(client => client.Contains("user=unit", StringComparison.Ordinal) && client.Contains("sub=0", StringComparison.Ordinal)).Select(client => client.Split(' ')[0]).Order(StringComparer.Ordinal)];
    }

    private sealed class Tokens : IServerTokens
    {
        public int Made { get; private set; }

        public bool Serves(string scheme) => scheme == RedisConnections.Scheme;

        public ValueTask<string> TokenAsync(ServerBinding server, CancellationToken cancel) => ValueTask.FromResult($"token-{++Made}");
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
