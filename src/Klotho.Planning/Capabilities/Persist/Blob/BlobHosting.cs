using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Persist.Blob;

/// <summary>How blob stores are hosted.</summary>
public static class BlobHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("fs"),
        Section: new(["persisted", "fs"]),
        Noun: "blob stores",
        Description: "How each blob store is hosted, by its id.",
        Candidates: new([new S3Candidate(), new S3CompatibleCandidate()]))
    {
        Aspects = Aspects.Serves | Aspects.KeepsData | Aspects.InNetwork,
    };
}
