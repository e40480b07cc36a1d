using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.KeyValue;

/// <summary>A DynamoDB table with on-demand capacity.</summary>
public sealed class DynamoDbCandidate : Candidate
{
    public override CandidateType Type => new("dynamodb");

    public override string Title => "Amazon DynamoDB table";

    public override string DefaultReason => "pay per request, no servers";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("point_in_time_recovery", true, "Whether the table can be restored to any second of the last 35 days."),
        ParameterSpec.Truth("deletion_protection", true, "Whether deleting the table is refused until this is switched off."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("item", 400, "KB", "Amazon DynamoDB Developer Guide: Quotas in Amazon DynamoDB", "2026-11-22"),
    ]);
}
