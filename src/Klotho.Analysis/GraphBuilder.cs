using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.GraphBuilding;
using Klotho.Analysis.Payloads;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;
using Klotho.Analysis.Sources;
using Klotho.Analysis.Wire.Extraction;

namespace Klotho.Analysis;

/// <summary>Joins what the stages found into a graph that is sorted and complete.</summary>
public static class GraphBuilder
{
    public static AnalysisResult Build(
        AnalysisInput input,
        SourceProgram program,
        SourceTypes types,
        EquatableArray<Annotation> catalogue,
        FoundAnnotations annotations,
        FoundRoutes routes,
        ReachResult reach,
        CancellationToken cancel)
    {
        var (nodes, contradictions) = NodeMerger.Merge(
            annotations.Uses.Select(found => found.Use), DefaultUnit.Of(program, input.Root, cancel));
        var all = nodes.Concat(routes.Nodes).OrderBy(node => node.Id).ToEquatableArray();
        var edges = EdgeMerger.Merge(annotations.Uses.SelectMany(found => found.Annotation.Edges(found.Use, all)).Concat(routes.Edges).Concat(reach.Edges));
        var uses = annotations.Uses.Select(found => found.Use).ToEquatableArray();
        var checks = catalogue.Items.SelectMany(annotation => annotation.Check(uses, annotations.Attempts.ToEquatableArray()));
        var diagnostics = annotations.Diagnostics.Concat(contradictions).Concat(checks).Concat(routes.Diagnostics).Concat(reach.Diagnostics)
            .Concat(PayloadChecks.Of(program, annotations.Uses, edges, WireOptions.Web, cancel));
        var complete = PayloadReading.Attach(all, edges, annotations.Uses, WireOptions.Web);
        var start = all.Items.First(node => node.Id == ExecUnitNode.DefaultId).Locations.Items.FirstOrDefault();
        var graph = new CapabilityGraph(input.Name, complete, edges)
        {
            ConfigurationReads = reach.ConfigurationReads,
            TrimObstacles = TrimObstacles.Of(program, types, input.Root, annotations, edges, reach, start),
        };
        return new(graph, Sorted(diagnostics)) { HasReadErrors = program.HasReadErrors };
    }

    private static EquatableArray<KlothoDiagnostic> Sorted(IEnumerable<KlothoDiagnostic> diagnostics) =>
        diagnostics
            .Distinct()
            .OrderBy(diagnostic => diagnostic.Location)
            .ThenBy(diagnostic => diagnostic.Rule.Code)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
            .ToEquatableArray();
}
