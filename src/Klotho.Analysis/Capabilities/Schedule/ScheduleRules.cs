using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary>Rules of schedules.</summary>
public static class ScheduleRules
{
    public static readonly DiagnosticRule Signature = new(new("KL1030"), Severity.Error, "Scheduled method with a wrong signature",
        "The scheduled method '{0}' of \"{1}\" {2}. Write it as an instance method: Task Run(CancellationToken cancel).");

    public static readonly DiagnosticRule InvalidCron = new(new("KL1031"), Severity.Error, "Invalid cron expression",
        "The cron expression \"{0}\" of schedule \"{1}\" is not valid: {2}. Give minute, hour, day of month, month and day of week, such as \"0 3 * * *\".");

    public static readonly EquatableArray<DiagnosticRule> All = new([Signature, InvalidCron]);
}
