using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>How nodes that stay are hosted: by another type, under another name, with other parameters.</summary>
internal sealed class HostingComparison : IComparison
{
    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after) =>
        Pairs.Of(before.Nodes.Items, after.Nodes.Items, node => node.Id)
            .SelectMany(pair => pair is (_, { } old, { } now) ? Compare(old, now) : []);

    /// <summary>What it is called that a node's resource has another name; where the node was renamed, that says it already.</summary>
    public static ChangeId Replacement(NodeId node) => ChangeId.Of("replace", node);

    private static IEnumerable<PlanChange> Compare(LockedNode old, LockedNode now) =>
        old.Type != now.Type ? [Loses(Change("retype", old, now, old.Type.Name, now.Type.Name), old)]
        : old.Name != now.Name ? [Loses(Change("replace", old, now, old.Name, now.Name), old)]
        : Pairs.Of(old.Parameters.Items, now.Parameters.Items, parameter => parameter.Name)
            .Where(pair => pair.Before?.Value != pair.After?.Value)
            .Select(pair => Set(old, now, pair.Key, $"{pair.Before?.Value}", $"{pair.After?.Value}"));

    private static PlanChange Set(LockedNode old, LockedNode now, string parameter, string before, string after)
    {
        var change = new PlanChange(ChangeId.Of("set", now.Id, parameter), ChangeArea.Hosting, ChangeKind.Changed, $"{now.Id} {parameter}", before, after) { OldNode = old.Id, NewNode = now.Id };

        // Of what the earlier lock does not say, nobody knows that it changes.
        return before.Length > 0 && now.Permanent.Items.Contains(parameter) ? Loses(change, old) : change;
    }

    private static PlanChange Change(string verb, LockedNode old, LockedNode now, string before, string after) =>
        new(ChangeId.Of(verb, now.Id), ChangeArea.Hosting, ChangeKind.Changed, now.Id.ToString(), before, after) { OldNode = old.Id, NewNode = now.Id };

    private static PlanChange Loses(PlanChange change, LockedNode old) => !old.Stateful ? change : change with
    {
        Effects = ChangeEffects.Destructive,
        Consequence = "It begins empty: what it holds is not moved.",
    };
}
