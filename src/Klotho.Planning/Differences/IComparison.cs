using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Finds the changes of one kind. Ids are those of the later plan on both sides where a node was renamed.</summary>
internal interface IComparison
{
    IEnumerable<PlanChange> Run(PlanLock before, PlanLock after);
}
