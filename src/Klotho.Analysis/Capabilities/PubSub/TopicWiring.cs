using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The runtime declaration of a topic.</summary>
internal static class TopicWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is TopicNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.TopicDeclaration<{node.MessageType.Source}>({CSharpLiteral.Of(node.Id.Name)}){Options(node)}")
        : WiringPart.Nothing;

    private static string Options(TopicNode node)
    {
        string[] options = [.. Option("OrderedBy", node.OrderedBy), .. Option("FilteredBy", node.FilteredBy)];
        return options.Length == 0 ? "" : $" {{ {string.Join(", ", options)} }}";
    }

    private static IEnumerable<string> Option(string name, MessageMember? member) => member is null ? [] : [$"{name} = static message => {member.Text}"];
}
