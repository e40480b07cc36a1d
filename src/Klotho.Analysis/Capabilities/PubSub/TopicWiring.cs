using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The runtime declaration of a topic.</summary>
internal static class TopicWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is TopicNode node ? $"new global::Klotho.Wiring.TopicDeclaration<{node.MessageType.Source}>(\"{node.Id.Name}\")" : "";
}
