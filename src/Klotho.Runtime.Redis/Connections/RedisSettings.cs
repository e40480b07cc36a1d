using Klotho.Drivers;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>A binding as settings of the client.</summary>
internal static class RedisSettings
{
    /// <exception cref="InvalidOperationException">The binding has an option that the client cannot follow.</exception>
    public static ConfigurationOptions Of(ServerBinding server)
    {
        _ = server.IsOn("cluster"); // The client finds out by itself; the option is for people, and must not be misspelt.
        var settings = new ConfigurationOptions { User = server.User };
        settings.EndPoints.Add(server.Host, server.Port);
        settings.Ssl = server.Options.GetValueOrDefault("tls") switch
        {
            null => server.Binding.Scheme == RedisConnections.SecureScheme,
            "require" => true,
            _ => throw new InvalidOperationException($"{server.Binding.Key}: tls is 'require'."),
        };
        settings.SslHost = server.Host;
        // A server that is away for a moment is waited for, at start too.
        settings.AbortOnConnectFail = false;
        return settings;
    }
}
