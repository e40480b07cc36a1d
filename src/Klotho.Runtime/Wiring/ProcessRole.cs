namespace Klotho.Wiring;

/// <summary>Which units this process runs: all of them (the monolith), or the one that <c>Klotho:Unit</c> names.</summary>
/// <param name="Unit">The unit's id; null in the monolith.</param>
public sealed record ProcessRole(string? Unit)
{
    /// <summary>The id of the unit of everything that is assigned to no unit.</summary>
    public const string DefaultUnit = "main";

    /// <summary>Whether everything runs in this process.</summary>
    public bool IsMonolith => Unit is null;

    /// <summary>Whether the application's own routes and static units are served by this process.</summary>
    public bool ServesApplication => Runs(DefaultUnit);

    /// <summary>Whether the unit <paramref name="unit"/> runs in this process.</summary>
    public bool Runs(string unit) => Unit is null || string.Equals(Unit, unit, StringComparison.Ordinal);
}
