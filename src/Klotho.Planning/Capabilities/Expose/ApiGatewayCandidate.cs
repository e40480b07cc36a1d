using Klotho.Analysis;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Expose;

/// <summary>An HTTP API in front of the units that handle routes.</summary>
public sealed class ApiGatewayCandidate : Candidate
{
    public override CandidateType Type => new("apigateway");

    public override string Title => "Amazon API Gateway HTTP API";

    public override string DefaultReason => "pay per request, TLS and throttling included";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("throttling_rate", 1000, 1, 10000, "Requests per second, on average, before callers get 429."),
        ParameterSpec.Whole("throttling_burst", 500, 1, 5000, "Requests at once before callers get 429."),
        ParameterSpec.Choice("log_retention_days", 30, CloudWatchLogs.RetentionDays, "How many days logs are kept."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("integration timeout", 30, "s", "Amazon API Gateway Developer Guide: Quotas for HTTP APIs", "2026-11-22"),
        new("request or response payload", 10, "MB", "Amazon API Gateway Developer Guide: Quotas for HTTP APIs", "2026-11-22"),
    ]);
}
