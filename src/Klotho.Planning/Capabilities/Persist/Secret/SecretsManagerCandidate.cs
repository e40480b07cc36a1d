using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Secret;

/// <summary>A secret whose value the operator sets outside the program.</summary>
public sealed class SecretsManagerCandidate : Candidate
{
    public override CandidateType Type => new("secrets_manager");

    public override string Title => "AWS Secrets Manager secret";

    public override string DefaultReason => "encrypted, audited, never in the program's state";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("recovery_window_days", 30, 7, 30, "How many days a deleted secret can be brought back."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("value", 64, "KB", "AWS Secrets Manager User Guide: AWS Secrets Manager quotas", "2026-11-22"),
    ]);
}
