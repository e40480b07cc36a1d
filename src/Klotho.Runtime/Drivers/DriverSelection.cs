using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>
/// Chooses a resource's driver by its binding: the configured one (<c>Klotho:Persist:images</c>), else files below
/// <c>Klotho:Data</c>, else memory.
/// </summary>
internal sealed class DriverSelection<TDriver>(IEnumerable<IDriverProvider<TDriver>> providers, IConfiguration configuration)
{
    public TDriver Open(string section, string id)
    {
        var binding = Binding(section, id);
        var provider = providers.LastOrDefault(provider => string.Equals(provider.Scheme, binding.Scheme, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"Klotho:{section}:{id} is bound to '{binding.Scheme}:', which no driver of this process opens " +
                $"(there are: {string.Join(", ", providers.Select(known => known.Scheme).Order(StringComparer.Ordinal))}).");
        return provider.Open(id, binding);
    }

    private Uri Binding(string section, string id)
    {
        if (configuration[$"Klotho:{section}:{id}"] is not { Length: > 0 } configured)
        {
            return LocalBinding.Of(configuration);
        }

        return Uri.TryCreate(configured, UriKind.Absolute, out var binding)
            ? binding
            : throw new InvalidOperationException($"Klotho:{section}:{id} is '{configured}', which is not a binding such as memory:/// or file:///path.");
    }
}
