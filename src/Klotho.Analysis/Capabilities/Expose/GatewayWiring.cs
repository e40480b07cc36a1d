using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Expose;

/// <summary>The runtime declaration of the gateway.</summary>
internal static class GatewayWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is GatewayNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.GatewayDeclaration({CSharpLiteral.Of(node.Id.Name)})")
        : WiringPart.Nothing;
}
