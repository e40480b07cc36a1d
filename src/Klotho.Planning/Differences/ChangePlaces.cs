using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Differences;

/// <summary>Where changes show: the later node in the code, or the line that asks for its host; then the earlier one in the lock file.</summary>
/// <param name="plan">The later plan.</param>
/// <param name="places">The entries of the earlier plan's lock file; nowhere where it is not the one in the working tree.</param>
internal sealed class ChangePlaces(Plan plan, LockPlaces places)
{
    public PlanChange At(PlanChange change) => change with
    {
        Locations = new[] { Later(change), change.OldNode is { } old ? Entry(old) : places.App }.OfType<SourceLocation>().ToEquatableArray(),
    };

    /// <summary>A node that was renamed before has its entry under its later id.</summary>
    private SourceLocation? Entry(NodeId node) => places.Of(node) ?? places.App;

    private SourceLocation? Later(PlanChange change)
    {
        if (change.NewNode is not { } node)
        {
            return null;
        }

        var asked = change.Area == ChangeArea.Hosting ? plan.For(node)?.Origin as Origin.Written : null;
        return asked?.Location ?? plan.Graph.Find(node)?.Locations.Items.FirstOrDefault();
    }
}
