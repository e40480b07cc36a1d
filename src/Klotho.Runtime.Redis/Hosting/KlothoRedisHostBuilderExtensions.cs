using Klotho.Drivers;
using Klotho.Redis;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Redis, and what speaks its protocol, to what Klotho's resources can be bound to.</summary>
public static class KlothoRedisHostBuilderExtensions
{
    /// <summary>
    /// Opens bindings to Redis of stores and caches: <c>Klotho:Persist:ID = redis://host:port?prefix=name</c>, over TLS as
    /// <c>rediss://</c> or with <c>tls=require</c> (the certificate is checked), with <c>password=file:///path</c> (the file is
    /// read again, at most every 10 seconds) or, as a user before the host, with <c>auth=iam</c> (a token in the password's place; an
    /// <see cref="IServerTokens"/> makes it).
    /// Redis 5 or later is needed. A binding that cannot be read stops the start with a message that names its key; the server is
    /// first asked when a store or cache is used.
    /// </summary>
    public static TBuilder AddKlothoRedis<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(service => service.ServiceType == typeof(RedisConnections)))
        {
            return builder;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RedisConnections>();
        foreach (var scheme in new[] { RedisConnections.Scheme, RedisConnections.SecureScheme })
        {
            services.AddSingleton<IDriverProvider<IKeyValueDriver>>(provider => new RedisKeyValueProvider(provider.GetRequiredService<RedisConnections>(), scheme));
            services.AddSingleton<IDriverProvider<IDistributedCache>>(provider => new RedisCacheProvider(
                provider.GetRequiredService<RedisConnections>(), provider.GetRequiredService<TimeProvider>(), scheme));
        }

        return builder;
    }
}
