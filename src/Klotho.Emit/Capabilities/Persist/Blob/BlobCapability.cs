using Klotho.Planning.Capabilities.Persist.Blob;

namespace Klotho.Emit.Capabilities.Persist.Blob;

/// <summary>Blob stores from planning to emission.</summary>
public static class BlobCapability
{
    public static readonly Capability Capability = new(
        BlobHosting.Capability,
        new([new S3Lowering(), new S3CompatibleLowering()]),
        new("Files", NodeShape.Cylinder, "M6 3h9l4 4v14H6zM15 3v4h4", "#3f8f3a", HoldsState: true));
}
