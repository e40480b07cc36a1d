using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Explanations;

/// <summary>Explains a plan: as a whole, one node of it, or one edge. What would change an answer is found by planning with the change.</summary>
public static class Explainer
{
    /// <summary>What is hosted how, why, and for how much.</summary>
    public static ExplanationDocument Plan(Plan plan) => PlanExplanation.Of(plan);

    /// <summary>Why a node is hosted as it is; null where the code asks for no such node.</summary>
    /// <param name="input">What was planned.</param>
    /// <param name="plan">What came of it.</param>
    /// <param name="node">The node.</param>
    public static ExplanationDocument? Node(PlanInput input, Plan plan, NodeId node)
    {
        if (plan.For(node) is not { } decision)
        {
            return UnhostedExplanation.Of(plan, node);
        }

        var changes = new ChangeSearch(Planner.Model(input)).For(node);
        return NodeExplanation.Of(plan, decision, input.Catalogue, changes);
    }

    /// <summary>Why one node touches another: what it does there, and the paths through the code; null where no edge joins them.</summary>
    public static ExplanationDocument? Edge(Plan plan, NodeId from, NodeId to) => EdgeExplanation.Of(plan, from, to);
}
