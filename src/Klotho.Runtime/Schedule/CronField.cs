using System.Globalization;

namespace Klotho.Drivers;

/// <summary>One field of a cron expression.</summary>
internal sealed class CronField
{
    private readonly ulong _values;

    private CronField(ulong values, bool isAny) => (_values, IsAny) = (values, isAny);

    /// <summary>Whether the field begins with <c>*</c>, which is what decides how the two day fields combine.</summary>
    public bool IsAny { get; }

    public bool Contains(int value) => (_values & (1UL << value)) != 0;

    /// <exception cref="FormatException">The text is no field of these bounds.</exception>
    public static CronField Parse(string text, int min, int max, params string[] names)
    {
        ulong values = 0;
        foreach (var part in text.Split(','))
        {
            var (first, last, step) = Range(part, min, max, names);
            for (var value = first; value <= last; value += step)
            {
                values |= 1UL << value;
            }
        }

        return new CronField(values, text.StartsWith('*'));
    }

    private static (int First, int Last, int Step) Range(string part, int min, int max, string[] names)
    {
        var pieces = part.Split('/');
        var bounds = pieces[0].Split('-');
        if (pieces.Length > 2 || bounds.Length > 2)
        {
            throw Wrong(part, min, max);
        }

        var step = pieces.Length == 2 ? Number(pieces[1], 1, max, []) : 1;
        if (pieces[0] == "*")
        {
            return (min, max, step);
        }

        var first = Number(bounds[0], min, max, names);
        var last = bounds.Length == 2 ? Number(bounds[1], min, max, names) : pieces.Length == 2 ? max : first;
        return first <= last ? (first, last, step) : throw Wrong(part, min, max);
    }

    private static int Number(string text, int min, int max, string[] names)
    {
        var name = Array.FindIndex(names, name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0)
        {
            return name + min;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? number
            : throw Wrong(text, min, max);
    }

    private static FormatException Wrong(string text, int min, int max) =>
        new($"'{text}' is no part of a cron field whose values go from {min} to {max}.");
}
