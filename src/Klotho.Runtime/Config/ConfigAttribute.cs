using Microsoft.Extensions.DependencyInjection;

namespace Klotho;

/// <summary>Injects the operator's configuration value <paramref name="id"/> into an <see cref="IConfigValue{T}"/> parameter.</summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class ConfigAttribute(string id) : FromKeyedServicesAttribute(id)
{
    /// <summary>The value's id; the configuration key is <c>Klotho:Config:{id}</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Whether the value is kept in a secret store and never in plain configuration.</summary>
    public bool Secret { get; set; }
}
