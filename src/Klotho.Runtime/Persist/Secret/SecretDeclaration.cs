using Klotho.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A secret.</summary>
/// <param name="id">The secret's id.</param>
public sealed class SecretDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var id = Id;
        context.Services.TryAddKeyedSingleton<ISecret>(
            id, (provider, _) => new ConfigurationSecret(
                id, provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ReferencedValues>()));

        // Only the reference is looked at: an operator may set the secret's value after the unit has started.
        context.Services.AddSingleton(new ValueRegistration((provider, _) =>
        {
            if (ResourceBinding.Find(provider.GetRequiredService<IConfiguration>(), "Persist", id) is { } reference)
            {
                provider.GetRequiredService<ReferencedValues>().Of(reference);
            }

            return ValueTask.CompletedTask;
        }));
    }
}
