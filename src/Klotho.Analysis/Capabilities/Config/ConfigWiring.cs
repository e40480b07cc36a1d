using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Config;

/// <summary>The runtime declaration of a configuration value.</summary>
internal static class ConfigWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is ConfigNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.ConfigDeclaration<{node.ValueType.Source}>({CSharpLiteral.Of(node.Id.Name)}, secret: {(node.Secret ? "true" : "false")})")
        : WiringPart.Nothing;
}
