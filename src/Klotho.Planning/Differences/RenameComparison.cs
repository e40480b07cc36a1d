using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>Tells renames. One that was not accepted begins with empty resources of the new name.</summary>
internal static class RenameComparison
{
    public static IEnumerable<PlanChange> Run(IEnumerable<NodeRename> renames, PlanLock before, PlanLock after) =>
        renames.Select(rename => before.Find(rename.Old)?.Name is { } name && name == after.Find(rename.New)?.Name
            ? Change(rename) with { Consequence = $"Its resources keep the name `{name}`, and what they hold." }
            : Change(rename) with
            {
                Effects = ChangeEffects.Destructive,
                Consequence = $"`{rename.New}` begins anew. {Holdings.Without(before, rename.Old)}",
            });

    private static PlanChange Change(NodeRename rename) => new(
        rename.Id, ChangeArea.Capability, ChangeKind.Renamed, rename.Old.ToString(), rename.Old.Name, rename.New.Name)
    {
        OldNode = rename.Old,
        NewNode = rename.New,
    };
}
