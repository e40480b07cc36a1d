using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Cache;

/// <summary>The runtime declaration of a distributed cache.</summary>
internal static class CacheWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is CacheNode node ? $"new global::Klotho.Wiring.CacheDeclaration(\"{node.Id.Name}\")" : "";
}
