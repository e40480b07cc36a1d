using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Explanations;

/// <summary>The edges between two nodes: each operation with the path through the code that reaches it, and how both ends are hosted.</summary>
internal static class EdgeExplanation
{
    public static ExplanationDocument? Of(Plan plan, NodeId from, NodeId to)
    {
        var edges = plan.Graph.From(from).Where(edge => edge.To == to).ToList();
        if (edges.Count == 0)
        {
            return null;
        }

        ExplanationSection[] sections =
        [
            .. edges.Select(edge => new ExplanationSection("path", $"{edge.Kind}", edge.Operations.Items.Select(Operation).ToEquatableArray())),
            new("hosted", "Hosted", new[] { from, to }.Select(plan.For).OfType<Decision>().Select(decision =>
                new ExplanationFact($"{decision.Node}", $"{decision.Type}: {decision.Reason}", "", FactPlaces.Of(decision))).ToEquatableArray()),
        ];
        return new($"{from} {to}", $"{from} {Verb(edges[0].Kind)} {to}", sections.Where(section => section.Facts.Count > 0).ToEquatableArray());
    }

    private static ExplanationFact Operation(OperationUse operation) => new(
        operation.Title,
        string.Join(" → ", operation.Witness.Items.Select(step => step.Symbol)),
        "",
        operation.Witness.Items.Select(step => step.Location).ToEquatableArray());

    private static string Verb(EdgeKind kind) => kind switch
    {
        EdgeKind.Exposes => "exposes",
        EdgeKind.HandledBy => "is handled by",
        EdgeKind.Uses => "uses",
        EdgeKind.Publishes => "publishes to",
        EdgeKind.Delivers => "delivers to",
        EdgeKind.Triggers => "triggers",
        EdgeKind.Calls => "calls",
        _ => "packages",
    };
}
