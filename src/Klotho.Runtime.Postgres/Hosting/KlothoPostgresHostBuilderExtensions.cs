using Klotho.Drivers;
using Klotho.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds PostgreSQL to what Klotho's resources can be bound to.</summary>
public static class KlothoPostgresHostBuilderExtensions
{
    /// <summary>
    /// Opens bindings to PostgreSQL: <c>Klotho:Persist:ID = postgres://user@host:port/database?table=name</c>, with the options
    /// <c>password=file:///path</c> (read at each new connection), <c>auth=iam</c> (a token in the password's place; an
    /// <see cref="IServerTokens"/> makes it), <c>tls=require</c> (encrypted, whoever the server is) or <c>tls=verify</c> (and its
    /// certificate checked, by <c>ca=file:///path</c> where that is given). Without an option about TLS it is used where the server
    /// offers it. The table is made on first use. A binding that cannot be read stops the start with a message that names its key;
    /// the server is first asked when a store is used.
    /// </summary>
    public static TBuilder AddKlothoPostgres<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<PostgresConnections>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IKeyValueDriver>, PostgresKeyValueProvider>());
        return builder;
    }
}
