using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>What is sent and stored.</summary>
internal sealed class SchemaComparison : IComparison
{
    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after) => [];
}
