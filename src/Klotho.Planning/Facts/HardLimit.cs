namespace Klotho.Planning.Facts;

/// <summary>
/// A limit that the provider sets and no directive can lift. <paramref name="Unit"/> is how the value is read
/// (<c>s</c>, <c>MB</c>, <c>KB</c>); <paramref name="Source"/> names the provider's page, <paramref name="Date"/> the
/// day (ISO 8601) on which the figure was last compared with what is known of it, <paramref name="Basis"/> how it got here.
/// </summary>
public sealed record HardLimit(string Name, long Value, string Unit, string Source, string Date, FactBasis Basis);
