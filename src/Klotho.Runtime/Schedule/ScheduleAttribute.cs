namespace Klotho;

/// <summary>Runs a method <c>Task Run(CancellationToken cancel)</c> on a schedule, in the unit of its class.</summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
/// <param name="cron">Five cron fields (minute, hour, day of month, month, day of week) in UTC: <c>0 3 * * *</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ScheduleAttribute(string id, string cron) : Attribute
{
    /// <summary>The schedule's id.</summary>
    public string Id { get; } = id;

    /// <summary>The cron expression.</summary>
    public string Cron { get; } = cron;
}
