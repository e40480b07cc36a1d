using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>What the code asks for: nodes that came, went or say something else of themselves.</summary>
internal sealed class CapabilityComparison : IComparison
{
    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after) =>
        Pairs.Of(before.Capabilities.Items, after.Capabilities.Items, capability => capability.Id)
            .SelectMany(pair => pair switch
            {
                (var node, { } old, { } now) => Changed(before, node, old.Facts, now.Facts),
                (var node, null, { }) => [Change("add", node, ChangeKind.Added, "", Host(after, node)) with { NewNode = node }],
                (var node, _, _) => [Removed(before, node)],
            });

    private static PlanChange Removed(PlanLock before, NodeId node)
    {
        var change = Change("remove", node, ChangeKind.Removed, Host(before, node), "") with { OldNode = node };
        return !Holdings.Has(before, node) ? change : change with
        {
            Effects = ChangeEffects.Destructive,
            Consequence = Holdings.Without(before, node),
        };
    }

    private static IEnumerable<PlanChange> Changed(PlanLock plan, NodeId node, EquatableArray<NodeProperty> before, EquatableArray<NodeProperty> after) =>
        Pairs.Of(before.Items, after.Items, fact => fact.Name)
            .Where(pair => pair.Before?.Value != pair.After?.Value)
            .Select(pair => Fact(plan, node, pair.Key, pair.Before?.Value ?? "", pair.After?.Value ?? ""));

    private static PlanChange Fact(PlanLock plan, NodeId node, string fact, string before, string after)
    {
        var change = new PlanChange(ChangeId.Of("change", node, fact.Replace(' ', '-')), ChangeArea.Capability, ChangeKind.Changed, $"{node} {fact}", before, after) { OldNode = node, NewNode = node };

        // By another key the same queues are in order; whether they keep one at all is settled when they are made.
        return fact != TopicNode.OrderedByFact || (before.Length > 0 && after.Length > 0) || !Holdings.Sends(plan, node) ? change : change with
        {
            Effects = ChangeEffects.Destructive,
            Consequence = "Its queues are made anew: messages that wait in the old ones are lost.",
        };
    }

    private static PlanChange Change(string verb, NodeId node, ChangeKind kind, string before, string after) =>
        new(ChangeId.Of(verb, node), ChangeArea.Capability, kind, node.ToString(), before, after);

    private static string Host(PlanLock plan, NodeId node) => plan.Find(node)?.Type.Name ?? "";
}
