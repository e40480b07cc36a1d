using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Blob;

/// <summary>A private S3 bucket.</summary>
public sealed class S3Candidate : Candidate
{
    public override CandidateType Type => new("s3");

    public override string Title => "Amazon S3 bucket";

    public override string DefaultReason => "pay per gigabyte, no servers";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("versioning", true, "Whether overwritten and deleted blobs can be brought back."),
        ParameterSpec.Truth("force_destroy", false, "Whether destroying the stack deletes the bucket with everything in it."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("single upload", 5, "GB", "Amazon S3 User Guide: Uploading objects", "2026-11-22"),
    ]);
}
