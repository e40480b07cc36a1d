using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Config;

/// <summary>The runtime declaration of a configuration value.</summary>
internal static class ConfigWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is ConfigNode node ? $"new global::Klotho.Wiring.ConfigDeclaration<{node.ValueType.Source}>(\"{node.Id.Name}\", secret: {(node.Secret ? "true" : "false")})" : "";
}
