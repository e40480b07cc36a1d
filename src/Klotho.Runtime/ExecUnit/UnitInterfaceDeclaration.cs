using Klotho.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

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
    public override string Id { get; } = unit;

    /// <inheritdoc />
    public override string Unit => Id;

    /// <summary>The interface's methods.</summary>
    public IReadOnlyList<UnitMethod<TInterface>> Methods { get; } = methods;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var services = context.Services;
        services.TryAddSingleton<IUnitCaller, HttpUnitCaller>();
        if (context.Role.Runs(Unit))
        {
            services.TryAddScoped<TInterface>(static provider => provider.GetRequiredService<TClass>());
            return;
        }

        foreach (var method in Methods)
        {
            services.AddSingleton(new CalledMethod(Unit, UnitCallProtocol.Method(typeof(TInterface), method.Name), method.Contract, method.IsRepeatable));
        }

        var create = createClient;
        var client = ServiceDescriptor.Singleton(provider => create(provider.GetRequiredService<IUnitCaller>()));
        services.Add(client);
        services.AddSingleton(new ClientRegistration(client, services, Unit));
    }

    /// <inheritdoc />
    public override void Map(WebApplication app, ProcessRole role)
    {
        if (!role.Runs(Unit))
        {
            return;
        }

        foreach (var method in Methods)
        {
            var path = UnitCallProtocol.Path(Unit, UnitCallProtocol.Method(typeof(TInterface), method.Name));
            var endpoint = new UnitCallEndpoint<TInterface>(
                path,
                method,
                app.Services.GetRequiredService<CallAdmission>(),
                app.Services.GetRequiredService<PayloadSerializer>(),
                app.Services.GetRequiredService<ILogger<UnitCall>>());
            app.MapPost(path, (RequestDelegate)endpoint.AnswerAsync).AllowAnonymous();
        }
    }
}
