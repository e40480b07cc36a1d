using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Naming;

/// <summary>
/// What one node is called can be what a part of another one is: a store <c>billing-role</c> beside the role of a unit
/// <c>billing</c>. Names are what deployed resources are known by, so neither can be renamed in silence.
/// </summary>
public static class NameCheck
{
    public static EquatableArray<KlothoDiagnostic> Run(ResourceGraph resources, CapabilityGraph graph) =>
        resources.Resources.Items
            .GroupBy(resource => resource.Name)
            .Where(alike => alike.Select(resource => resource.Owner).Distinct().Count() > 1)
            .Select(alike => (alike.Key, Owners: alike.Select(resource => resource.Owner).Distinct().Order().ToArray()))
            .DistinctBy(alike => (alike.Owners[0], alike.Owners[^1]))
            .Select(alike => NameRules.SameName.At(
                alike.Owners.SelectMany(owner => graph.Find(owner)?.Locations.Items.Take(1) ?? []), alike.Owners[0].Name, alike.Owners[^1].Name, alike.Key.Value))
            .OrderBy(diagnostic => diagnostic.Location)
            .ToEquatableArray();
}
