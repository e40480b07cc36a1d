using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Secret;

/// <summary>The runtime declaration of a secret.</summary>
internal static class SecretWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is SecretNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.SecretDeclaration({CSharpLiteral.Of(node.Id.Name)})")
        : WiringPart.Nothing;
}
