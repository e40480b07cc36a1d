using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>
/// Chooses a resource's driver by its binding: the first that is configured (<c>Klotho:Persist:images</c>), else files below
/// <c>Klotho:Data</c>, else memory.
/// </summary>
internal sealed class DriverSelection<TDriver>(IEnumerable<IDriverProvider<TDriver>> providers, IConfiguration configuration)
{
    public TDriver Open(string id, params IEnumerable<string> sections)
    {
        var binding = sections.Select(section => ResourceBinding.Find(configuration, section, id)).FirstOrDefault(found => found is not null)
            ?? LocalBinding.Of(configuration);
        var provider = providers.LastOrDefault(provider => string.Equals(provider.Scheme, binding.Scheme, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"{binding.Key} is bound to '{binding.Scheme}:', which no driver of this process opens " +
                $"(there are: {string.Join(", ", providers.Select(known => known.Scheme).Order(StringComparer.Ordinal))}).");
        return provider.Open(id, binding);
    }
}
