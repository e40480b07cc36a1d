using System.Globalization;

namespace Klotho.Emit.Capabilities.Schedule;

/// <summary>
/// Cron as EventBridge Scheduler writes it: a sixth field for the year, days of the week from 1 to 7, and one of the two day fields
/// must be <c>?</c> (EventBridge Scheduler User Guide: Schedule types, read 2026-11-22).
/// </summary>
internal static class EventBridgeCron
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>The expression, or null where both day fields restrict: cron means either, EventBridge can't say that.</summary>
    public static string? From(string cron)
    {
        var fields = cron.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(field => field.ToUpperInvariant()).ToArray();
        if (fields[2] != "*" && fields[4] != "*")
        {
            return null;
        }

        var dayOfMonth = fields[4] == "*" ? Steps(fields[2], 1, 31) : "?";
        var dayOfWeek = fields[4] == "*" ? "?" : DaysOfWeek(fields[4]);
        return $"cron({Steps(fields[0], 0, 59)} {Steps(fields[1], 0, 23)} {dayOfMonth} {Steps(fields[3], 1, 12)} {dayOfWeek} *)";
    }

    /// <summary>Fields with steps are written out: EventBridge knows steps only from a number on.</summary>
    private static string Steps(string field, int minimum, int maximum) =>
        !field.Contains('/', StringComparison.Ordinal) ? field : string.Join(",", field.Split(',').SelectMany(item => Expand(item, minimum, maximum)).Distinct().Order()
            .Select(value => value.ToString(CultureInfo.InvariantCulture)));

    private static string DaysOfWeek(string field) =>
        string.Join(",", field.Split(',').SelectMany(item => Expand(item, 0, 6)).Select(day => day % 7).Distinct().Order().Select(day => Days[day]));

    private static IEnumerable<int> Expand(string item, int minimum, int maximum)
    {
        var parts = item.Split('/');
        var step = parts.Length == 2 ? Number(parts[1]) : 1;
        var ends = parts[0] == "*" ? [minimum, maximum] : parts[0].Split('-').Select(Number).ToArray();
        var last = ends.Length == 2 ? ends[1] : parts.Length == 2 ? maximum : ends[0];
        for (var value = ends[0]; value <= last; value += step)
        {
            yield return value;
        }
    }

    private static int Number(string text)
    {
        var day = Array.IndexOf(Days, text);
        var month = Array.IndexOf(Months, text);
        return day >= 0 ? day : month >= 0 ? month + 1 : int.Parse(text, CultureInfo.InvariantCulture);
    }
}
