using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>A secret that <c>Klotho:Persist:ID</c> refers to, or that <c>Klotho:Secret:ID</c> holds.</summary>
internal sealed class ConfigurationSecret(string id, IConfiguration configuration, ReferencedValues values) : ISecret
{
    public ValueTask<string> ReadAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (ResourceBinding.Find(configuration, "Persist", id) is { } reference)
        {
            return values.Of(reference).ReadAsync(cancel);
        }

        return ResourceBinding.Setting(configuration, "Secret", id) is { Length: > 0 } value
            ? ValueTask.FromResult(value)
            : throw new InvalidOperationException(
                $"The secret '{id}' is not set. Set it with `dotnet user-secrets set \"Klotho:Secret:{id}\" VALUE`, " +
                $"or in the environment variable Klotho__Secret__{id}.");
    }
}
