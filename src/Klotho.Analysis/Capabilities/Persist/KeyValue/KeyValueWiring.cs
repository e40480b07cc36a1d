using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.KeyValue;

/// <summary>The runtime declaration of a key-value store.</summary>
internal static class KeyValueWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is KeyValueNode node ? $"new global::Klotho.Wiring.KeyValueDeclaration<{node.ValueType.Source}>(\"{node.Id.Name}\")" : "";
}
