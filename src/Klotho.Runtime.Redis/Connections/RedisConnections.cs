using System.Collections.Concurrent;
using Klotho.Drivers;

namespace Klotho.Redis;

/// <summary>The connections, one for each server and login. They are made on first use.</summary>
internal sealed class RedisConnections(IEnumerable<IServerTokens> tokens, ValueSources values, TimeProvider time) : IDisposable
{
    public const string Scheme = "redis";
    public const string SecureScheme = "rediss";
    public const string PrefixOption = "prefix";

    private const string Form = "redis://host:port?prefix=name";
    private const int Port = 6379;
    private static readonly string[] Options = ["auth", "cluster", "elasticache", "memorydb", "password", PrefixOption, "tls"];

    private readonly ConcurrentDictionary<string, Lazy<RedisConnection>> _connections = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The binding is malformed.</exception>
    public static ServerBinding Read(ResourceBinding binding)
    {
        var server = ServerBinding.Read(binding, Form, Port, Options);
        return server.Path.Length > 0 ? throw binding.Malformed(Form) : server;
    }

    public RedisConnection Open(ServerBinding server)
    {
        var password = ServerPassword.Of(server, tokens, values);
        var settings = RedisSettings.Of(server);
        return _connections.GetOrAdd(server.Login(PrefixOption), _ => new(() => new RedisConnection(settings, password, time))).Value;
    }

    public void Dispose()
    {
        foreach (var connection in _connections.Values.Where(connection => connection.IsValueCreated))
        {
            connection.Value.Dispose();
        }
    }
}
