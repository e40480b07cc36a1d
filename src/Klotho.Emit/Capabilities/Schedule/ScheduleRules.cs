using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Emit.Capabilities.Schedule;

/// <summary>Mistakes in schedules that depend on their host.</summary>
public static class ScheduleRules
{
    public static readonly DiagnosticRule BothDayFields = new(
        new("KL3003"),
        Severity.Error,
        "A schedule restricts both the day of the month and the day of the week",
        "The schedule \"{0}\" ({1}) restricts both the day of the month and the day of the week, which Amazon EventBridge Scheduler cannot express. Split it into two [Schedule] methods.");

    public static readonly EquatableArray<DiagnosticRule> All = new([BothDayFields]);
}
