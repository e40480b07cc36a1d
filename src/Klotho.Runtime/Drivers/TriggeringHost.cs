namespace Klotho.Drivers;

/// <summary>
/// Registered where the host itself brings messages and schedules to the process, as AWS Lambda does: then the process polls
/// no queue and keeps no time, and the host calls each <see cref="SubscriptionHandler"/> and <see cref="ScheduleHandler"/>.
/// </summary>
public sealed class TriggeringHost;
