using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.KeyValue;

/// <summary>The runtime declaration of a key-value store.</summary>
internal static class KeyValueWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is KeyValueNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.KeyValueDeclaration<{node.ValueType.Source}>({CSharpLiteral.Of(node.Id.Name)})")
        : WiringPart.Nothing;
}
