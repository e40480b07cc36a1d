using Klotho.Analysis.Capabilities.PubSub;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>Whether the code asks for a topic's messages in the order of a key.</summary>
public static class TopicOrder
{
    /// <summary>The member that the messages are ordered by; null where they come in no promised order.</summary>
    public static string? Of(CapabilityNode node) => node is TopicNode { OrderedBy: { } key } ? key.Member : null;

    /// <summary>The variant, refused where the messages are ordered.</summary>
    /// <param name="variant">The variant.</param>
    /// <param name="context">What it was made for.</param>
    /// <param name="unable">What keeps no order: <c>an EventBridge bus</c>.</param>
    internal static Variant WithoutOrder(this Variant variant, VariantContext context, string unable) =>
        Of(context.Node) is { } member ? variant with { Refusal = $"the messages of {context.Node.Id.Name} are [OrderedBy] {member}, and {unable} keeps no order" } : variant;
}
