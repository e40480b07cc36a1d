namespace Klotho.Drivers;

/// <summary>
/// Chooses a resource's driver by its binding: the first that is configured (<c>Klotho:Persist:images</c>), else files below
/// <c>Klotho:Data</c>, else memory unless the process is deployed.
/// </summary>
internal sealed class DriverSelection<TDriver>(IEnumerable<IDriverProvider<TDriver>> providers, ResourceBindings bindings)
{
    /// <summary>Opens a resource's driver.</summary>
    /// <exception cref="InvalidOperationException">There is no binding, or nothing that opens it.</exception>
    public TDriver Open(string id, params IReadOnlyList<string> sections)
    {
        if (bindings.Find(id, sections) is not { } binding)
        {
            // It may be asked for and never used; else it must not work as if it were kept somewhere.
            var missing = ResourceBindings.Missing(id, sections);
            return providers.OfType<UnboundProvider<TDriver>>().FirstOrDefault() is { } unbound ? unbound.Open(missing) : throw new InvalidOperationException(missing);
        }

        return Open(id, binding);
    }

    /// <summary>Opens what a binding is of.</summary>
    /// <exception cref="InvalidOperationException">There is nothing that opens it.</exception>
    public TDriver Open(string id, ResourceBinding binding)
    {
        var provider = providers.LastOrDefault(provider => string.Equals(provider.Scheme, binding.Scheme, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"{binding.Key} is bound to '{binding.Scheme}:', which no driver of this process opens " +
                $"(there are: {string.Join(", ", providers.Where(known => known is not UnboundProvider<TDriver>).Select(known => known.Scheme).Order(StringComparer.Ordinal))}).");
        return provider.Open(id, binding);
    }
}
