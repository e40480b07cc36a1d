using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A class that lives in an execution unit. It is resolved from a scope of its own for each message, call and scheduled run.</summary>
/// <param name="id">The unit's id.</param>
public sealed class UnitDeclaration<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClass>(string id) : Declaration
    where TClass : class
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override string? Unit => Id;

    /// <inheritdoc />
    public override Type? Class => typeof(TClass);

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        if (context.Role.Runs(Id))
        {
            context.Services.TryAddScoped<TClass>();
        }
    }
}
