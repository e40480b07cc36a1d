using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Wiring;

/// <summary>Everything that the generated file says, in the order in which it says it.</summary>
public sealed record WiringModule(WiringAssembly Assembly, EquatableArray<string> Declarations, EquatableArray<ClientClass> Clients)
{
    /// <summary>Whether there is anything to register.</summary>
    public bool IsNeeded => Assembly.KnowsRuntime && (Declarations.Count > 0 || Assembly.Modules.Count > 0);

    /// <summary>
    /// A capability used in many places is declared once. The order is the catalogue's, then the ids', so that it does
    /// not follow the order of files.
    /// </summary>
    public static WiringModule Of(WiringAssembly assembly, IEnumerable<WiringEntry> entries)
    {
        var sorted = entries
            .SelectMany(entry => entry.Part.Declarations.Items.Select(declaration => (entry.Order, entry.Id, Declaration: declaration)))
            .GroupBy(each => each.Declaration, StringComparer.Ordinal)
            .Select(same => (same.First().Id, Order: same.Min(each => each.Order), Declaration: same.Key))
            .OrderBy(each => each.Order)
            .ThenBy(each => each.Id, StringComparer.Ordinal)
            .ThenBy(each => each.Declaration, StringComparer.Ordinal)
            .Select(each => each.Declaration);
        var clients = entries
            .SelectMany(entry => entry.Part.Clients.Items)
            .GroupBy(client => client.Name, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.First());
        return new(assembly, sorted.ToEquatableArray(), clients.ToEquatableArray());
    }
}
