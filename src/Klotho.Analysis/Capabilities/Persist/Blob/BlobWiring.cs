using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.Persist.Blob;

/// <summary>The runtime declaration of a store of files.</summary>
internal static class BlobWiring
{
    public static WiringPart Of(CapabilityUse use) => use.Node is BlobNode node
        ? WiringPart.Of($"new global::Klotho.Wiring.BlobDeclaration({CSharpLiteral.Of(node.Id.Name)})")
        : WiringPart.Nothing;
}
