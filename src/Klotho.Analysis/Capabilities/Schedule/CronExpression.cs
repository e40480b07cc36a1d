using System.Globalization;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary>The cron expressions that every host of schedules understands: five fields of numbers, lists, ranges and steps.</summary>
public static class CronExpression
{
    private static readonly (string Name, int Minimum, int Maximum, string[] Names)[] Fields =
    [
        ("minute", 0, 59, []),
        ("hour", 0, 23, []),
        ("day of month", 1, 31, []),
        ("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
        ("day of week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    ];

    /// <summary>What is wrong with the expression, or null.</summary>
    public static string? WhatIsWrong(string expression)
    {
        var parts = expression.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            return $"it has {parts.Length.ToString(CultureInfo.InvariantCulture)} fields instead of 5";
        }

        for (var index = 0; index < Fields.Length; index++)
        {
            var field = Fields[index];
            if (!parts[index].Split(',').All(item => IsItem(item, field.Minimum, field.Maximum, field.Names)))
            {
                return $"\"{parts[index]}\" is no {field.Name}";
            }
        }

        return null;
    }

    private static bool IsItem(string item, int minimum, int maximum, string[] names)
    {
        var stepped = item.Split('/');
        if (stepped.Length > 2 || (stepped.Length == 2 && !(Number(stepped[1]) is { } step && step >= 1 && step <= maximum)))
        {
            return false;
        }

        if (stepped[0] == "*")
        {
            return true;
        }

        var ends = stepped[0].Split('-').Select(text => Value(text, minimum, names)).ToArray();
        return ends.Length <= 2
            && ends.All(end => end is { } value && value >= minimum && value <= maximum)
            && (ends.Length == 1 || ends[0] <= ends[1]);
    }

    private static int? Value(string text, int minimum, string[] names)
    {
        var name = Array.FindIndex(names, each => each.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name >= 0 ? name + minimum : Number(text);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
