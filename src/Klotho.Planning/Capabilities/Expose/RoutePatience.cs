using System.Globalization;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>
/// Routes behind a gateway whose calls of other units can take longer, one after the other, than the gateway waits. What a route calls
/// is known by the paths of the graph, of which there is one for each method: a method that two routes call counts for one of them.
/// </summary>
internal static class RoutePatience
{
    /// <summary>How long a call may take by itself: <c>KlothoOptions.CallTimeout</c>, unless the application sets another.</summary>
    public const long CallSeconds = 30;

    public static IEnumerable<KlothoDiagnostic> Check(Decision gateway, Plan plan, long waits)
    {
        var exposed = plan.Graph.From(gateway.Node).Where(edge => edge.Kind == EdgeKind.Exposes).Select(edge => edge.To).ToHashSet();
        var called = plan.Graph.Edges.Items.Where(edge => edge.Kind == EdgeKind.Calls)
            .SelectMany(edge => edge.Operations.Items.Select(call => (Caller: edge.From, call, Seconds: Seconds(plan, edge.To))))
            .ToLookup(each => (each.Caller, each.call.Witness.Items.FirstOrDefault()));
        return
            from handled in plan.Graph.Edges.Items
            where handled.Kind == EdgeKind.HandledBy && exposed.Contains(handled.From)
            from start in handled.Operations.Items.Select(operation => operation.Witness.Items.FirstOrDefault()).OfType<WitnessStep>()
            let calls = called[(handled.To, start)].ToList()
            let all = calls.Sum(each => each.Seconds)
            where all > waits
            select LimitRules.CallsBeyondGateway.At(
                [start.Location, .. calls.Select(each => each.call.Witness[^1].Location)],
                start.Symbol,
                string.Join(", ", calls.Select(each => $"{each.call.Name} ({each.Seconds.ToString(CultureInfo.InvariantCulture)} s)")),
                $"the gateway {gateway.Node.Name} ({gateway.Type}) waits {waits.ToString(CultureInfo.InvariantCulture)} s");
    }

    private static long Seconds(Plan plan, NodeId unit) =>
        plan.For(unit)?.Parameter("timeout") is { Value: ParameterValue.Whole own } ? Math.Min(own.Value, CallSeconds) : CallSeconds;
}
