using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Blob;

/// <summary>The runtime declaration of a store of files.</summary>
internal static class BlobWiring
{
    public static string Declaration(CapabilityUse use) =>
        use.Node is BlobNode node ? $"new global::Klotho.Wiring.BlobDeclaration(\"{node.Id.Name}\")" : "";
}
