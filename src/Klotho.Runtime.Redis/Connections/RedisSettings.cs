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
        var settings = OfUser(server);
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

    // The client's property for users is younger than the version that this project builds with; its text form is read by both.
    private static ConfigurationOptions OfUser(ServerBinding server)
    {
        if (server.User is not { } user)
        {
            return new ConfigurationOptions();
        }

        try
        {
            return user.Contains(',', StringComparison.Ordinal) ? throw server.Binding.Malformed("redis://user@host:port, the user without commas") : ConfigurationOptions.Parse($"user={user}");
        }
        catch (ArgumentException)
        {
            throw new InvalidOperationException(
                $"{server.Binding.Key} names a user, which this version of StackExchange.Redis cannot log in: let the application reference version 2.1 or later.");
        }
    }
}
