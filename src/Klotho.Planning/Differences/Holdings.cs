using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>What would be lost with a node.</summary>
internal static class Holdings
{
    /// <summary>Whether something is lost with it: what it stores, or messages that wait for it in a queue of its own.</summary>
    public static bool Has(PlanLock plan, NodeId node) => plan.Find(node)?.Stateful == true || Receives(plan, node);

    /// <summary>Whether messages wait in its queues.</summary>
    public static bool Sends(PlanLock plan, NodeId node) => plan.Edges.Items.Any(edge => edge.Kind == EdgeKind.Delivers && edge.From == node);

    /// <summary>What becomes of it without the node, as a sentence.</summary>
    public static string Without(PlanLock plan, NodeId node) => Receives(plan, node) || Sends(plan, node)
        ? "Messages that wait in its queues are lost."
        : "What it holds stays in the account, out of the application's reach, until somebody deletes it.";

    private static bool Receives(PlanLock plan, NodeId node) => plan.Edges.Items.Any(edge => edge.Kind == EdgeKind.Delivers && edge.To == node);
}
