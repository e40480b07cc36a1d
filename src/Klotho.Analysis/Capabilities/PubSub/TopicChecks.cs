using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>Whether topics have both ends.</summary>
internal static class TopicChecks
{
    public static IEnumerable<KlothoDiagnostic> Unpublished(EquatableArray<CapabilityUse> uses, EquatableArray<AttemptedUse> attempts)
    {
        var published = Ids(uses, use => use is ResourceUse, attempts, EdgeKind.Publishes);
        return uses.Items
            .OfType<Subscription>()
            .Where(subscription => !published.Contains(subscription.Topic.Id))
            .Select(subscription => TopicRules.NobodyPublishes.At(
                subscription.Topic.Locations[0],
                subscription.Handler.Display,
                subscription.Topic.Id.Name,
                Suggestion(subscription.Topic.Id.Name, published)));
    }

    public static IEnumerable<KlothoDiagnostic> Unsubscribed(EquatableArray<CapabilityUse> uses, EquatableArray<AttemptedUse> attempts)
    {
        var subscribed = Ids(uses, use => use is Subscription, attempts, EdgeKind.Delivers);
        return uses.Items
            .Where(use => use is ResourceUse { Node: TopicNode } && !subscribed.Contains(use.Node.Id))
            .GroupBy(use => use.Node.Id)
            .Select(group => TopicRules.NobodySubscribes.At(group.First().Location, group.Key.Name));
    }

    private static HashSet<NodeId> Ids(
        EquatableArray<CapabilityUse> uses, Func<CapabilityUse, bool> isEnd, EquatableArray<AttemptedUse> attempts, EdgeKind relation) =>
    [
        .. uses.Items.Where(use => use.Node is TopicNode && isEnd(use)).Select(use => use.Node.Id),
        .. attempts.Items.Where(attempt => attempt.Relation == relation).Select(attempt => attempt.Node),
    ];

    private static string Suggestion(string id, IEnumerable<NodeId> published) =>
        DidYouMean.Closest(id, published.Select(each => each.Name)) is { } similar
            ? $" Did you mean \"{similar}\"?"
            : $" Take [PubSub(\"{id}\")] ITopic<T> where its messages arise.";
}
