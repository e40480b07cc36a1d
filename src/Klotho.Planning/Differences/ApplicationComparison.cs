using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>What holds for the whole application: its name, its region.</summary>
internal sealed class ApplicationComparison : IComparison
{
    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after)
    {
        if (before.App != after.App)
        {
            yield return new PlanChange(new($"rename:app:{before.App}:{after.App}"), ChangeArea.Capability, ChangeKind.Renamed, "app", before.App, after.App)
            {
                Consequence = $"The deployment keeps its name `{after.Project}`, so that its resources stay.",
            };
        }

        if (before.Region != after.Region)
        {
            // Without a region in klotho.yaml each stack has one of its own, which the program leaves as it is.
            var moves = before.Region.Length > 0 && after.Region.Length > 0 && after.Nodes.Items.Any(node => node.Stateful);
            yield return new PlanChange(new($"move:region:{before.Region}:{after.Region}"), ChangeArea.Capability, ChangeKind.Changed, "region", before.Region, after.Region)
            {
                Effects = moves ? ChangeEffects.Destructive : ChangeEffects.None,
                Consequence = moves ? "Everything begins empty there: nothing is moved." : "",
            };
        }
    }
}
