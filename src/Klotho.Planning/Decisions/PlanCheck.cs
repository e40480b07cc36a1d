using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Conflicts;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Decisions;

/// <summary>What is to be said once all hosts are known: limits that they set for each other, and what cannot be emitted.</summary>
internal static class PlanCheck
{
    /// <param name="plan">The plan.</param>
    /// <param name="catalogue">What can be planned.</param>
    /// <param name="isMeant">Whether the lines are free of mistakes, so that the plan is what somebody asks for.</param>
    public static IEnumerable<KlothoDiagnostic> Run(Plan plan, PlanningCatalogue catalogue, bool isMeant) => plan.Decisions.Items.SelectMany(decision =>
        catalogue.For(decision.Node.Kind) is not { } capability ? [] : (capability.Find(decision.Type.Name)?.Check(decision, plan) ?? []).Concat(isMeant ? NotEmitted(decision, capability, plan) : []));

    /// <summary>Whoever asks for the type by name is told by the emission, if it gets that far.</summary>
    private static IEnumerable<KlothoDiagnostic> NotEmitted(Decision decision, HostedCapability capability, Plan plan)
    {
        if (!capability.Emitted.Items.Contains(decision.Type) && decision.Causes.Items.All(cause => cause.Kind is not (CauseKind.Directive or CauseKind.Lock)))
        {
            var places = decision.Causes.Items.Select(cause => cause.Location).Concat(plan.Graph.Find(decision.Node)?.Locations.Items ?? []);
            yield return ConflictRules.NotEmitted.At(places.OfType<SourceLocation>().Take(1), $"{decision.Node}", $"{decision.Type}", decision.Reason);
        }
    }
}
