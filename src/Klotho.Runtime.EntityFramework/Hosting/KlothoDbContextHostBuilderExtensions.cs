using Klotho.Drivers;
using Klotho.EntityFramework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Hosting;

/// <summary>Connects EF Core contexts to what their databases are bound to.</summary>
public static class KlothoDbContextHostBuilderExtensions
{
    /// <summary>
    /// Registers the context of <c>[Persist("id")]</c> (in the place of <c>AddDbContext</c>): on PostgreSQL where
    /// <c>Klotho:Persist:ID = postgres://user@host:port/database</c>, with the options of <see cref="KlothoPostgresHostBuilderExtensions.AddKlothoPostgres"/>;
    /// else on SQLite, in a file below <c>Klotho:Data</c> or for as long as the process runs. Tables of SQLite are made at start
    /// from the model. Those of PostgreSQL are made by a process that is started with <c>Klotho:Migrate=true</c>: it applies the
    /// migrations (or, where the context has none, makes the tables of an empty database) and ends with exit code 0, before
    /// anything else of the application starts. Of several such processes at once one migrates and the others wait.
    /// </summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="builder">The application.</param>
    /// <param name="id">The id that the annotation has.</param>
    /// <param name="configure">Further options of the context, applied after its database is chosen.</param>
    public static IHostApplicationBuilder AddKlothoDbContext<TContext>(
        this IHostApplicationBuilder builder, string id, Action<IServiceProvider, DbContextOptionsBuilder>? configure = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(id);
        var services = builder.AddKlothoPostgres().Services;
        if (!services.Any(service => service.ServiceType == typeof(MigrationRun)))
        {
            AddDatabases(services);
        }

        services.AddDriver<IDatabase>(id, "Persist");
        services.AddSingleton(new ContextRegistration(id, typeof(TContext)));
        services.AddDbContext<TContext>((provider, options) =>
        {
            var database = provider.GetRequiredKeyedService<IDatabase>(id);
            database.Configure(options);
            options.AddInterceptors(provider.GetRequiredService<OutboxInterceptor>(), provider.GetRequiredService<HandlingInterceptor>());
            configure?.Invoke(provider, options);
            if (provider.GetRequiredService<Chaos>().DiceOf($"Persist:{id}") is { } dice)
            {
                options.AddInterceptors(new ChaosInterceptor(dice, database, provider.GetRequiredService<ChaosStart>()));
            }
        });
        return builder;
    }

    private static void AddDatabases(IServiceCollection services)
    {
        services.AddSingleton(new MigrationRun(Environment.Exit)).AddSingleton<ChaosStart>();
        services.AddSingleton<IDriverProvider<IDatabase>>(new SqliteDatabaseProvider(LocalBinding.Memory.Scheme));
        services.AddSingleton<IDriverProvider<IDatabase>>(new SqliteDatabaseProvider(Uri.UriSchemeFile));
        services.AddSingleton<IDriverProvider<IDatabase>, PostgresDatabaseProvider>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, DatabasePreparation>());
        services.AddSingleton<ContextLookup>().AddSingleton<OutboxSignal>().AddSingleton<OutboxDispatcher>().AddSingleton<OutboxInterceptor>().AddSingleton<HandlingInterceptor>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OutboxWorker>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAfterInvocation, OutboxSweep>());
        services.AddSingleton<InboxSweep>().AddSingleton<IAfterInvocation>(static provider => provider.GetRequiredService<InboxSweep>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, InboxWorker>());
    }
}
