using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Expose;

/// <summary>The runtime declaration of the gateway.</summary>
internal static class GatewayWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is GatewayNode node ? $"new global::Klotho.Wiring.GatewayDeclaration(\"{node.Id.Name}\")" : "";
}
