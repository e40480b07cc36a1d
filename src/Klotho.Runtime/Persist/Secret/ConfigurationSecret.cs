using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>A secret that the process's configuration holds.</summary>
internal sealed class ConfigurationSecret(string id, IConfiguration configuration) : ISecret
{
    public ValueTask<string> ReadAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return configuration[$"Klotho:Secret:{id}"] is { Length: > 0 } value
            ? ValueTask.FromResult(value)
            : throw new InvalidOperationException(
                $"The secret '{id}' is not set. Set it with `dotnet user-secrets set \"Klotho:Secret:{id}\" VALUE`, " +
                $"or in the environment variable Klotho__Secret__{id}.");
    }
}
