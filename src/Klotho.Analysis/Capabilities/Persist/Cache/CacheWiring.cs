using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Cache;

/// <summary>The runtime declaration of a distributed cache.</summary>
internal static class CacheWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is CacheNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.CacheDeclaration({CSharpLiteral.Of(node.Id.Name)})")
        : WiringPart.Nothing;
}
