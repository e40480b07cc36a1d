using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>
/// An interface through which other units call a class. In a process that runs the class's unit the interface is the
/// class; in any other it is a generated client that calls the unit's process.
/// </summary>
/// <param name="unit">The unit's id.</param>
/// <param name="createClient">Makes the generated client.</param>
/// <param name="methods">The interface's methods.</param>
public sealed class UnitInterfaceDeclaration<TInterface, TClass>(
    string unit, Func<IUnitCaller, TInterface> createClient, IReadOnlyList<UnitMethod<TInterface>> methods) : Declaration
    where TInterface : class
    where TClass : class, TInterface
{
    /// <inheritdoc />
    public override string Id => unit;

    /// <inheritdoc />
    public override string Unit => unit;

    /// <summary>The interface's methods.</summary>
    public IReadOnlyList<UnitMethod<TInterface>> Methods { get; } = methods;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        if (context.Role.Runs(unit))
        {
            context.Services.TryAddScoped<TInterface>(static services => services.GetRequiredService<TClass>());
            return;
        }

        context.Services.AddSingleton(services => createClient(services.GetRequiredService<IUnitCaller>()));
    }
}
