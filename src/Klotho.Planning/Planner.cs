using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Choices;
using Klotho.Planning.Configuration;
using Klotho.Planning.Conflicts;
using Klotho.Planning.Decisions;
using Klotho.Planning.Directives;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Planning;

/// <summary>Decides how each node of the graph is hosted, and explains each decision. Pure: the same input gives the same plan.</summary>
public static class Planner
{
    public static PlanResult Run(PlanInput input)
    {
        var read = Read(input);
        var model = Model(input, read.Configuration);
        var plan = PlanSearch.Run(model) is { } taken ? PlanBuilder.Build(taken, read.Configuration) : null;
        IReadOnlyList<KlothoDiagnostic> mistakes =
            [.. read.Diagnostics, .. MentionCheck.Run(read.Configuration, input.Graph), .. MisfitCheck.Run(model), .. Figures(input, read.Configuration)];
        IReadOnlyList<KlothoDiagnostic> found = [.. mistakes, .. plan is not null ? PlanCheck.Run(plan, input.Catalogue, !HasError(mistakes)) : HasError(mistakes) ? [] : [ConflictReport.Of(model.Ground, model.Lines)]];
        var effective = EffectiveConfiguration.Of(read.Configuration, input.Graph.App, plan?.Decisions ?? EquatableArray<Decision>.Empty, input.Catalogue);
        return new(HasError(found) ? null : plan, effective, Sort(found, input.Files));
    }

    /// <summary>What can be chosen and what limits it, for whoever explains a plan.</summary>
    internal static PlanModel Model(PlanInput input) => Model(input, Read(input).Configuration);

    private static ConfigurationResult Read(PlanInput input) =>
        ConfigurationReader.Run(new(input.Files, input.Catalogue) { Environment = input.Environment, Overrides = input.Overrides });

    private static PlanModel Model(PlanInput input, KlothoConfiguration configuration) => PlanModel.Of(
        new PlanGround(input.Graph, input.Catalogue, FactTables.For(RegionChoice.Of(configuration, [.. FactTables.Known]).Region), configuration.Cluster),
        PlanLines.Of(configuration, input.Lock, input.LockPlaces));

    private static bool HasError(IEnumerable<KlothoDiagnostic> diagnostics) => diagnostics.Any(found => found.Rule.Severity == Severity.Error);

    private static IEnumerable<KlothoDiagnostic> Figures(PlanInput input, KlothoConfiguration configuration)
    {
        var region = RegionChoice.Asked(configuration);
        var at = configuration.Find("region")?.Location
            ?? input.Files.Items.Select(file => new SourceLocation(file.Path, 1, 1, 1, 1)).FirstOrDefault()
            ?? input.Graph.Nodes.Items.SelectMany(node => node.Locations.Items).FirstOrDefault();
        return at is null ? [] : FactCheck.Run(region, input.Today, at);
    }

    /// <summary>File by file in the order of precedence, then by place, then by code.</summary>
    private static EquatableArray<KlothoDiagnostic> Sort(IEnumerable<KlothoDiagnostic> diagnostics, EquatableArray<ConfigurationFile> files)
    {
        var order = files.Items.Select(file => file.Path).ToList();
        return diagnostics
            .OrderBy(diagnostic => order.IndexOf(diagnostic.Location.Path))
            .ThenBy(diagnostic => diagnostic.Location)
            .ThenBy(diagnostic => diagnostic.Rule.Code)
            .ToEquatableArray();
    }
}
