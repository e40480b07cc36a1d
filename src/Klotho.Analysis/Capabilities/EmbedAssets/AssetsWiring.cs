using Klotho.Analysis.Annotations;

namespace Klotho.Analysis.Capabilities.EmbedAssets;

/// <summary>Embedded assets need nothing at run time: they lie in the content root.</summary>
internal static class AssetsWiring
{
    public static WiringPart Of(CapabilityUse use) => WiringPart.Nothing;
}
