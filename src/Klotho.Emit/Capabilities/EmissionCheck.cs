using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>What the user must mend before anything can be emitted.</summary>
public static class EmissionCheck
{
    public static EquatableArray<KlothoDiagnostic> Run(LoweringContext context) =>
        Sort(context.NotEmitted().Any() ? context.NotEmitted().Select(decision => NotEmitted(decision, context)) : Mistakes(context));

    private static IEnumerable<KlothoDiagnostic> Mistakes(LoweringContext context) =>
        context.Hosted().SelectMany(hosted => hosted.Lowering.Check(hosted.Node).Concat(PublishCheck.Of(hosted.Node)))
            .Concat(context.Hosted().SelectMany(hosted => UnknownOperations(hosted.Lowering, hosted.Node)));

    private static EquatableArray<KlothoDiagnostic> Sort(IEnumerable<KlothoDiagnostic> diagnostics) =>
        diagnostics
            .OrderBy(diagnostic => diagnostic.Location)
            .ThenBy(diagnostic => diagnostic.Rule.Code)
            .ToEquatableArray();

    /// <summary>Nodes ask each other's lowerings: without one of them, nothing else can be said.</summary>
    private static KlothoDiagnostic NotEmitted(Decision decision, LoweringContext context)
    {
        var node = context.Graph.Find(decision.Node)?.Locations.Items ?? [];
        var locations = decision.Origin is Origin.Written written ? node.Take(1).Prepend(written.Location) : node.Take(1);
        return AccessRules.NotEmitted.At(
            locations, decision.Node.Name, decision.Type.Name,
            string.Join(", ", context.EmittedFor(decision.Node.Kind).Select(type => type.Name).Order(StringComparer.Ordinal)));
    }

    /// <summary>An operation without actions would be refused by the provider, at run time.</summary>
    private static IEnumerable<KlothoDiagnostic> UnknownOperations(Lowering lowering, NodeLowering node) =>
        lowering.Operations is not { } actions ? [] : node.Context.Graph.To(node.Id)
            .Where(edge => edge.Kind is EdgeKind.Uses or EdgeKind.Publishes)
            .SelectMany(edge => edge.Operations.Items.Where(operation => !actions.Knows(operation.Name))
                .Select(operation => AccessRules.UnknownOperation.At(
                    operation.Witness.Count > 0 ? operation.Witness[^1].Location : node.Node.Locations[0],
                    edge.From.Name, operation.Name, node.Id.Name, lowering.Candidate.Name)));
}
