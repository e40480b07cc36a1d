using Klotho.Planning.Quantities;

namespace Klotho.Planning.Plans;

/// <summary>Whether the deployed application is watched, and what that costs.</summary>
/// <param name="Alarms">Whether alarms ring.</param>
/// <param name="FlowLogs">Whether the private network writes down which connections it refused.</param>
/// <param name="Alarm">What an alarm costs a month.</param>
public sealed record MonitoringSettings(bool Alarms, bool FlowLogs, Money Alarm)
{
    public static readonly MonitoringSettings Everything = new(true, true, Money.Zero);
}
