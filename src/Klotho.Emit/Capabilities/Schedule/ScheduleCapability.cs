using Klotho.Planning.Capabilities.Schedule;

namespace Klotho.Emit.Capabilities.Schedule;

/// <summary>Schedules from planning to emission.</summary>
public static class ScheduleCapability
{
    public static readonly Capability Capability = new(
        ScheduleHosting.Capability,
        new([new EventBridgeSchedulerLowering(), new CronJobLowering()]),
        new("Schedule", NodeShape.Note, "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 8v5l3 2", "#1f8a8a"));
}
