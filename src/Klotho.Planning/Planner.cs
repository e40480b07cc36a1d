using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Configuration;
using Klotho.Planning.Decisions;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Planning;

/// <summary>Decides how each node of the graph is hosted, and explains each decision. Pure: the same input gives the same plan.</summary>
public static class Planner
{
    public static PlanResult Run(PlanInput input)
    {
        var read = ConfigurationReader.Run(new(input.Files, input.Catalogue) { Environment = input.Environment, Overrides = input.Overrides });
        var unknown = MentionCheck.Run(read.Configuration, input.Graph);
        var nodes = Hosted(input, new DirectiveLookup(read.Configuration));
        var misfits = nodes.SelectMany(node => node.Check());
        var plan = new Plan(input.Graph, read.Configuration.Provider, nodes.Select(node => node.Decide()).ToEquatableArray())
        {
            Region = RegionChoice.Asked(read.Configuration),
            Imports = read.Configuration.Imports,
        };
        var limits = plan.Decisions.Items.SelectMany(decision => Limits(decision, plan, input));
        var effective = EffectiveConfiguration.Of(read.Configuration, input.Graph.App, plan.Decisions, input.Catalogue);
        var diagnostics = Sort(read.Diagnostics.Items.Concat(unknown).Concat(misfits).Concat(limits).Concat(Figures(input, read.Configuration)), input.Files);
        return new(diagnostics.Items.Any(found => found.Rule.Severity == Severity.Error) ? null : plan, effective, diagnostics);
    }

    private static NodeDecision[] Hosted(PlanInput input, DirectiveLookup directives) =>
        [.. input.Graph.Nodes.Items
            .OrderBy(node => node.Id)
            .SelectMany(node => input.Catalogue.For(node.Id.Kind) is { } capability
                ? new[] { new NodeDecision(node, capability, input.Graph, directives) }
                : [])];

    private static IEnumerable<KlothoDiagnostic> Limits(Decision decision, Plan plan, PlanInput input) =>
        input.Catalogue.For(decision.Node.Kind)?.Find(decision.Type.Name)?.Check(decision, plan) ?? [];

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
