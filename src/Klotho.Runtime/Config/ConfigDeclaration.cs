using Klotho.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A configuration value.</summary>
/// <param name="id">The value's id.</param>
/// <param name="secret">Whether the value is kept in a secret store when deployed.</param>
public sealed class ConfigDeclaration<T>(string id, bool secret = false) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <summary>Whether the value is kept in a secret store when deployed.</summary>
    public bool Secret { get; } = secret;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var (id, secret) = (Id, Secret);
        context.Services.TryAddKeyedSingleton<IConfigValue<T>>(
            id, (provider, _) => new ConfigurationValue<T>(
                id, secret, provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ReferencedValues>()));

        // Read when the process starts, so that nobody waits for it later.
        context.Services.AddSingleton(new ValueRegistration(async (provider, cancel) =>
        {
            var set = ResourceBinding.Setting(provider.GetRequiredService<IConfiguration>(), "Config", id);
            if (provider.GetRequiredService<ReferencedValues>().Find($"Klotho:Config:{id}", set) is { } value)
            {
                await value.ReadAsync(cancel);
            }
        }));
    }
}
