using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>
/// Which messages a unit is sent at all, by the values that its handlers take only. It spares messages that nobody would handle; each handler
/// looks for itself, because those of one unit share a queue.
/// </summary>
internal static class SubscriberFilter
{
    // The fewest that a service takes in one filter (Amazon SNS Developer Guide: Filter policy constraints, 150 combinations; read 2026-11-23).
    private const int Most = 150;

    /// <summary>The values in order; empty where the unit gets all messages, because one of its handlers takes all or they are too many.</summary>
    public static EquatableArray<string> Of(NodeLowering topic, NodeId unit)
    {
        var handlers = topic.Context.Graph.From(topic.Id)
            .Where(edge => edge.Kind == EdgeKind.Delivers && edge.To == unit)
            .SelectMany(edge => edge.Operations.Items)
            .ToList();
        var values = handlers.SelectMany(handler => handler.Only.Items).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray();
        return handlers.All(handler => handler.Only.Count > 0) && values.Count <= Most ? values : EquatableArray<string>.Empty;
    }
}
