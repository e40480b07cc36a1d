using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Klotho.Planning.Compatibility;
using Klotho.Planning.Locking;
using Payload = ((Klotho.Analysis.Graph.NodeId Node, Klotho.Analysis.Wire.WireRole Role, string Name) Key, Klotho.Planning.Locking.LockedSchema? Before, Klotho.Planning.Locking.LockedSchema? After);

namespace Klotho.Planning.Differences;

/// <summary>
/// What is sent and stored. While new code comes in, code that is deployed reads what it writes, and the new code reads what
/// was written before: both must work, and for what is stored or waits in a queue the second never ends.
/// </summary>
internal sealed class SchemaComparison : IComparison
{
    /// <summary>Enough to tell two schemas of a node apart, and short enough to type.</summary>
    private const int SchemaDigits = 8;

    public IEnumerable<PlanChange> Run(PlanLock before, PlanLock after) =>
        Pairs.Of(before.Schemas.Items, after.Schemas.Items, schema => (schema.Node, schema.Role, schema.Name))
            .GroupBy(pair => pair.Key.Node)
            .Select(node => Compare(node.Key, node.ToList(), after))
            .OfType<PlanChange>();

    private static PlanChange? Compare(NodeId node, List<Payload> payloads, PlanLock after)
    {
        // A node that went or came says so already; a new payload of a known node has nobody yet who misreads it.
        var changed = payloads.Where(pair => pair.Before is not null && pair.Before.Schema != pair.After?.Schema).ToList();
        if (changed.Count == 0 || payloads.All(pair => pair.After is null))
        {
            return null;
        }

        var breaks = changed.SelectMany(pair => Breaks(pair.Key.Role, pair.Key.Name, pair.Before, pair.After, after, node))
            .Concat(StreamBreaks(payloads, changed))
            .ToEquatableArray();
        return new(Id(node, payloads.Select(pair => pair.After).OfType<LockedSchema>()), ChangeArea.Schema, ChangeKind.Changed, node.ToString(), Roots(changed.Select(pair => pair.Before)), Roots(Now(payloads, changed)))
        {
            OldNode = node,
            NewNode = node,
            Details = breaks,
            Effects = breaks.Count > 0 ? ChangeEffects.Breaking : ChangeEffects.None,
            Consequence = breaks.Count > 0 ? $"{breaks[0]}{(breaks.Count > 1 ? $" (and {breaks.Count - 1} more)" : "")}." : "What is deployed and the new code understand each other.",
        };
    }

    /// <summary>Whoever accepts a change of schemas accepts these, not what they become later.</summary>
    private static ChangeId Id(NodeId node, IEnumerable<LockedSchema> after) =>
        ChangeId.Of("schema", node, LockWriter.Digest(after)[..SchemaDigits]);

    private static IEnumerable<string> Breaks(WireRole role, string name, LockedSchema? before, LockedSchema? after, PlanLock plan, NodeId node)
    {
        var subject = name.Length == 0 ? "" : $"{name} ({LockedWord.Of(role)}): ";
        if (before is null)
        {
            return [];
        }

        if (after is null)
        {
            // A method that is gone takes its request and its result along; the request says it.
            return role == WireRole.Request && plan.Edges.Items.Any(edge => edge.Kind == EdgeKind.Calls && edge.To == node)
                ? [$"{name} is gone, and units that are deployed may still call it"]
                : [];
        }

        return WireCompatibility.Run(after.Schema, before.Schema).Items.Select(found => $"{subject}deployed code reads what the new code writes: {found}")
            .Concat(WireCompatibility.Run(before.Schema, after.Schema).Items
                // New code knows that what was written before lacks what it adds.
                .Where(found => found.Effect != WireEffect.Misses)
                .Select(found => $"{subject}the new code reads what was written before: {found}"));
    }

    /// <summary>What is there of what changed, also where it changed its role.</summary>
    private static IEnumerable<LockedSchema?> Now(List<Payload> payloads, List<Payload> changed) => payloads
        .Where(pair => changed.Any(each => each.Key == pair.Key || (pair.Before is null && IsAnswer(pair.Key.Role) && IsAnswer(each.Key.Role) && each.Key.Name == pair.Key.Name)))
        .Select(pair => pair.After);

    private static bool IsAnswer(WireRole role) => role is WireRole.Result or WireRole.Item;

    /// <summary>A method that gave one result and now streams many, or the other way round.</summary>
    private static IEnumerable<string> StreamBreaks(List<Payload> payloads, List<Payload> changed) =>
        from was in changed
        from now in payloads
        where IsAnswer(was.Key.Role) && IsAnswer(now.Key.Role) && now.Key.Role != was.Key.Role && now.Key.Name == was.Key.Name && now.After is not null
        select now.Key.Role == WireRole.Item
            ? $"{now.Key.Name} streams items now, and units that are deployed read one result"
            : $"{now.Key.Name} has one result now, and units that are deployed read a stream of items";

    private static string Roots(IEnumerable<LockedSchema?> schemas) =>
        string.Join(", ", schemas.OfType<LockedSchema>().Select(schema => WireText.Of(schema.Schema.Root)).Distinct(StringComparer.Ordinal));
}
