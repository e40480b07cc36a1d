using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// A setting of the unit's process. <paramref name="Name"/> is what ASP.NET Core reads: <c>Klotho__Persist__images</c>
/// is the configuration key <c>Klotho:Persist:images</c>.
/// </summary>
public sealed record EnvironmentVariable(string Name, InputValue Value)
{
    /// <summary>Which unit a process is, and that it is deployed: then what it uses must be bound, and nothing is kept in memory by default.</summary>
    public static IEnumerable<EnvironmentVariable> OfUnit(string unit) => [new("Klotho__Deployed", "true"), new("Klotho__Unit", unit)];

    /// <summary>
    /// The variable that binds an id. AWS Lambda allows only letters, digits and underscores in names, so hyphens become
    /// underscores; ids hold no underscores, so no two ids meet.
    /// </summary>
    public static EnvironmentVariable Binding(string section, string id, InputValue value) =>
        new($"Klotho__{section}__{id.Replace('-', '_')}", value);
}
