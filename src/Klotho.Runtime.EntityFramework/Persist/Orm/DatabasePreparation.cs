using Klotho.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.EntityFramework;

/// <summary>Has all databases ready before anything starts. With <c>Klotho:Migrate=true</c> that is all that the process does.</summary>
internal sealed partial class DatabasePreparation(
    IServiceScopeFactory scopes, IEnumerable<ContextRegistration> contexts, IConfiguration configuration, ResourceBindings bindings, MigrationRun run, ChaosStart chaos, ILogger<DatabasePreparation> logger)
    : IHostedLifecycleService
{
    private const string MigrateKey = "Klotho:Migrate";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var migrate = configuration.GetValue(MigrateKey, false);
        foreach (var (id, type) in contexts.Where(context => bindings.Find(context.Id, "Persist") is not null).OrderBy(context => context.Id, StringComparer.Ordinal))
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredKeyedService<IDatabase>(id);
            await database.PrepareAsync((DbContext)scope.ServiceProvider.GetRequiredService(type), migrate, cancellationToken);
            if (migrate)
            {
                LogMigrated(logger, id);
            }
        }

        chaos.HasBegun = true;
        if (migrate)
        {
            run.End(0);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static readonly Action<ILogger, string, Exception?> MigratedMessage = LoggerMessage.Define<string>(LogLevel.Information, new(0, nameof(LogMigrated)),
        "Klotho: the database '{Database}' is migrated.");

    private static void LogMigrated(ILogger logger, string database) => MigratedMessage(logger, database, null);
}
