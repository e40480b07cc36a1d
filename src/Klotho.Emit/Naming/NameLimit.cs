using Klotho.Emit.Resources;

namespace Klotho.Emit.Naming;

/// <summary>How long names of a type may be at the provider.</summary>
/// <param name="Type">The type.</param>
/// <param name="Most">Letters, with those that the deployment engine appends.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Basis">Whether the source was at hand (<c>compared</c>) or not (<c>recalled</c>).</param>
public sealed record NameLimit(ProviderToken Type, int Most, string Source, string Basis);
