using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Schedule;

/// <summary>How schedules are hosted.</summary>
public static class ScheduleHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("schedule"),
        Section: new(["schedules"]),
        Noun: "schedules",
        Description: "How each schedule is hosted, by its id.",
        Candidates: new([new EventBridgeSchedulerCandidate(), new CronJobCandidate()]));
}
