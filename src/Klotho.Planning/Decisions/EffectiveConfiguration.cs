using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

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

        return entries.ToEquatableArray();
    }

    private static EffectiveEntry General(KlothoConfiguration configuration, string key, string value) =>
        new(key, new ParameterValue.Text(value), configuration.Find(key) is { } setting ? new Origin.Written(setting.Location) : new Origin.CatalogueDefault());
}
