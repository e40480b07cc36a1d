using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Configuration;
using Klotho.Planning.Directives;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Decisions;

/// <summary>Every value in effect with its origin: first what holds for the application, then node by node in the catalogue's order.</summary>
internal static class EffectiveConfiguration
{
    public static EquatableArray<EffectiveEntry> Of(
        KlothoConfiguration configuration, AppName app, IReadOnlyList<Decision> decisions, PlanningCatalogue catalogue)
    {
        var entries = new List<EffectiveEntry>
        {
            General(configuration, "app", app.Value),
            General(configuration, "provider", configuration.Provider),
            General(configuration, "path", configuration.Path ?? "."),
            General(configuration, "out_dir", configuration.OutDir),
        };
        entries.AddRange(Said(configuration, "language"));
        entries.AddRange(Said(configuration, "region"));
        entries.AddRange(Said(configuration, RequirementsKey.Name).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        foreach (var capability in catalogue.Capabilities)
        {
            foreach (var decision in decisions.Where(decision => decision.Node.Kind == capability.Kind))
            {
                var entry = DirectiveLookup.Entry(capability, decision.Node.Name);
                entries.Add(new($"{entry}.type", new ParameterValue.Text(decision.Type.Name), decision.Origin));
                entries.AddRange(decision.Parameters.Items.Select(parameter =>
                    new EffectiveEntry($"{entry}.infra_params.{parameter.Name}", parameter.Value, parameter.Origin)));
            }
        }

        if (decisions.Count == 0)
        {
            // Where there is no plan, what is written still stands there to be seen.
            entries.AddRange(catalogue.Capabilities.Items.Select(capability => capability.Section[0]).Prepend("defaults").Distinct().SelectMany(key => Said(configuration, key)));
        }

        entries.AddRange(Said(configuration, ClusterKey.Name).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        entries.AddRange(Said(configuration, MonitoringKey.Name).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        entries.AddRange(Said(configuration, ImportsKey.Name).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        return entries.ToEquatableArray();
    }

    /// <summary>What holds as it is written, because nothing in the catalogue has a say in it.</summary>
    private static IEnumerable<EffectiveEntry> Said(KlothoConfiguration configuration, string key) => configuration.Settings.Items
        .Where(setting => setting.Path == key || setting.Path.StartsWith(key + ".", StringComparison.Ordinal))
        .Select(setting => new EffectiveEntry(setting.Path, setting.Value, setting.Origin));

    private static EffectiveEntry General(KlothoConfiguration configuration, string key, string value) =>
        new(key, new ParameterValue.Text(value), configuration.Find(key)?.Origin ?? new Origin.CatalogueDefault());
}
