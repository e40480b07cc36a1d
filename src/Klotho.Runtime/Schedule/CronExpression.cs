namespace Klotho.Drivers;

/// <summary>
/// Five cron fields: minute, hour, day of month, month, day of week. Lists, ranges, steps and English names of months
/// and days work. As in cron, where both days are restricted either of them is enough.
/// </summary>
internal sealed class CronExpression
{
    // February 29 is at most 8 years away (1896 to 1904, 2096 to 2104).
    private const int LongestWaitDays = 9 * 366;

    private readonly CronField _minutes;
    private readonly CronField _hours;
    private readonly CronField _days;
    private readonly CronField _months;
    private readonly CronField _weekdays;

    private CronExpression(string[] fields)
    {
        _minutes = CronField.Parse(fields[0], 0, 59);
        _hours = CronField.Parse(fields[1], 0, 23);
        _days = CronField.Parse(fields[2], 1, 31);
        _months = CronField.Parse(fields[3], 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        _weekdays = CronField.Parse(fields[4], 0, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    }

    /// <exception cref="FormatException">The text is no such expression; the message says what is wrong.</exception>
    public static CronExpression Parse(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5
            ? new CronExpression(fields)
            : throw new FormatException($"'{text}' has {fields.Length} fields; a cron expression has 5: minute, hour, day of month, month, day of week.");
    }

    /// <summary>The first matching minute after <paramref name="after"/>, in UTC; null if there is none (February 30).</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        var from = new DateTime(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, 0, DateTimeKind.Utc).AddMinutes(1);
        for (var day = 0; day < LongestWaitDays; day++)
        {
            var date = from.Date.AddDays(day);
            if (Matches(date) && NextTime(day == 0 ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return new DateTimeOffset(date + time, TimeSpan.Zero);
            }
        }

        return null;
    }

    private bool Matches(DateTime date)
    {
        var weekday = (int)date.DayOfWeek;
        var (onDay, onWeekday) = (_days.Contains(date.Day), _weekdays.Contains(weekday) || (weekday == 0 && _weekdays.Contains(7)));
        return _months.Contains(date.Month) &&
            (_days.IsAny || _weekdays.IsAny ? onDay && onWeekday : onDay || onWeekday);
    }

    private TimeSpan? NextTime(TimeSpan from)
    {
        for (var minute = (int)from.TotalMinutes; minute < 24 * 60; minute++)
        {
            if (_hours.Contains(minute / 60) && _minutes.Contains(minute % 60))
            {
                return TimeSpan.FromMinutes(minute);
            }
        }

        return null;
    }
}
