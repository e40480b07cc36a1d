using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>A value that the process's configuration holds or refers to.</summary>
internal sealed class ConfigurationValue<T>(string id, bool secret, IConfiguration configuration, ReferencedValues values) : IConfigValue<T>
{
    public T Value
    {
        get
        {
            var set = ResourceBinding.Setting(configuration, "Config", id) ?? throw new InvalidOperationException(
                $"The configuration value '{id}' is not set. Set Klotho:Config:{id} in appsettings.json" +
                $"{(secret ? " or with `dotnet user-secrets`" : "")}, or the environment variable Klotho__Config__{id}.");

            var text = values.Find($"Klotho:Config:{id}", set)?.Current ?? set;

            // A secret's value has no place in a message.
            return ConfigText.Parse<T>(text) is T value
                ? value
                : throw new InvalidOperationException(
                    $"The configuration value '{id}'{(secret ? "" : $" is '{text}', which")} cannot be read as {typeof(T).Name}.");
        }
    }
}
