using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Secret;

/// <summary>The runtime declaration of a secret.</summary>
internal static class SecretWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is SecretNode node ? $"new global::Klotho.Wiring.SecretDeclaration(\"{node.Id.Name}\")" : "";
}
