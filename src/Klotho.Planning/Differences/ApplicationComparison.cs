using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>What holds for the whole application: its name.</summary>
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
    }
}
