using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The runtime declaration of a topic.</summary>
internal static class TopicWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is TopicNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.TopicDeclaration<{node.MessageType.Source}>({CSharpLiteral.Of(node.Id.Name)}){Order(node.OrderedBy)}")
        : WiringPart.Nothing;

    private static string Order(OrderingKey? key) => key is null ? "" : $" {{ OrderedBy = static message => {key.Text} }}";
}
