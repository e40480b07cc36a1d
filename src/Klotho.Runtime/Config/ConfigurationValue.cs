using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>A value that the process's configuration holds.</summary>
internal sealed class ConfigurationValue<T>(string id, bool secret, IConfiguration configuration) : IConfigValue<T>
{
    public T Value
    {
        get
        {
            var text = configuration[$"Klotho:Config:{id}"] ?? throw new InvalidOperationException(
                $"The configuration value '{id}' is not set. Set Klotho:Config:{id} in appsettings.json" +
                $"{(secret ? " or with `dotnet user-secrets`" : "")}, or the environment variable Klotho__Config__{id}.");

            // A secret's value has no place in a message.
            return ConfigText.Parse<T>(text) is T value
                ? value
                : throw new InvalidOperationException(
                    $"The configuration value '{id}'{(secret ? "" : $" is '{text}', which")} cannot be read as {typeof(T).Name}.");
        }
    }
}
