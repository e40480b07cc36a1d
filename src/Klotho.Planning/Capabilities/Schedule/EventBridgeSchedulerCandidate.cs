using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Schedule;

/// <summary>A schedule that calls the unit of the annotated method.</summary>
public sealed class EventBridgeSchedulerCandidate : Candidate
{
    public override CandidateType Type => new("eventbridge_scheduler");

    public override string Title => "Amazon EventBridge Scheduler schedule";

    public override string DefaultReason => "cron without a server, with retries";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("enabled", true, "Whether the schedule runs."),
        ParameterSpec.Whole("retry_attempts", 3, 0, 185, "How often a failed start is tried again."),
        ParameterSpec.Whole("maximum_event_age", 3600, 60, 86400, "For how many seconds a failed start is tried again."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("retry attempts", 185, "", "Amazon EventBridge Scheduler API Reference: RetryPolicy", "2026-11-22"),
        new("event age", 86400, "s", "Amazon EventBridge Scheduler API Reference: RetryPolicy", "2026-11-22"),
    ]);
}
