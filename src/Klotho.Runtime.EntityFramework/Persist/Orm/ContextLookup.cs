using Klotho.Drivers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.EntityFramework;

/// <summary>The contexts of this process, by what their models hold.</summary>
internal sealed partial class ContextLookup(
    IServiceScopeFactory scopes, IEnumerable<ContextRegistration> contexts, ResourceBindings bindings, ILogger<ContextLookup> logger)
{
    /// <summary>The registrations of a class.</summary>
    public IEnumerable<ContextRegistration> Of(Type context) => contexts.Where(each => each.Context == context);

    /// <summary>Those that are bound to a database and whose model has <typeparamref name="TEntity"/>.</summary>
    public IReadOnlyList<ContextRegistration> With<TEntity>() => [.. contexts.Where(each => bindings.Find(each.Id, "Persist") is not null && Has<TEntity>(each))];

    /// <summary>A context of a registration.</summary>
    public static DbContext Open(IServiceProvider scope, ContextRegistration registration) => (DbContext)scope.GetRequiredService(registration.Context);

    private bool Has<TEntity>(ContextRegistration registration)
    {
        try
        {
            using var scope = scopes.CreateScope();
            return Open(scope.ServiceProvider, registration).Model.FindEntityType(typeof(TEntity)) is not null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A context that cannot be made says so to whoever uses it, and need not end the process.
            LogNotMade(failure, registration.Id);
            return false;
        }
    }

    private static readonly Action<ILogger, string, Exception?> NotMadeMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogNotMade)),
        "The context of {Database} could not be made; messages in its outbox wait, and its inbox is not swept.");

    private void LogNotMade(Exception failure, string database) => NotMadeMessage(logger, database, failure);
}
