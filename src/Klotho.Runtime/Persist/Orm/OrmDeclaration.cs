using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Wiring;

/// <summary>A database behind a <c>DbContext</c> class, which the application registers as it always does (<c>AddDbContext</c>).</summary>
/// <param name="id">The database's id.</param>
public sealed class OrmDeclaration<TContext>(string id) : Declaration
    where TContext : class
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context) =>
        context.Services.AddKeyedScoped<TContext>(Id, static (services, key) => services.GetService<TContext>()
            ?? throw new InvalidOperationException(
                $"[Persist(\"{key}\")] {typeof(TContext).Name}: the class is not registered. Add builder.Services.AddDbContext<{typeof(TContext).Name}>(...)."));
}
