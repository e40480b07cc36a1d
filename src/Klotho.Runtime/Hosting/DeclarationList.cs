using Klotho.Wiring;

namespace Klotho.Hosting;

/// <summary>The application's declarations, each once although several assemblies may list it.</summary>
internal sealed record DeclarationList(IReadOnlyList<Declaration> All)
{
    public static DeclarationList Of(KlothoModule? module) => new([.. (module?.Declarations ?? []).Distinct()]);

    /// <summary>The role that <c>Klotho:Unit</c> names.</summary>
    /// <exception cref="InvalidOperationException">It names no unit of the declarations.</exception>
    public ProcessRole Role(string? unit)
    {
        if (string.IsNullOrEmpty(unit))
        {
            return new ProcessRole(null);
        }

        var units = All.Select(declaration => declaration.Unit).OfType<string>().Append(ProcessRole.DefaultUnit)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return units.Contains(unit, StringComparer.Ordinal)
            ? new ProcessRole(unit)
            : throw new InvalidOperationException($"Klotho:Unit is '{unit}', which no annotation declares. The application's units: {string.Join(", ", units)}.");
    }
}
