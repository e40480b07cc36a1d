using System.Globalization;

namespace Klotho.Drivers;

/// <summary>Reads configuration values from text without reflection, independent of culture.</summary>
internal static class ConfigText
{
    // One line for each kind of type: a new kind is a new line.
    private static readonly (Type Type, Func<string, object?> Parse)[] Readers =
    [
        (typeof(string), text => text),
        (typeof(bool), text => bool.TryParse(text, out var value) ? value : null),
        (typeof(int), Parsed<int>),
        (typeof(long), Parsed<long>),
        (typeof(short), Parsed<short>),
        (typeof(byte), Parsed<byte>),
        (typeof(uint), Parsed<uint>),
        (typeof(ulong), Parsed<ulong>),
        (typeof(float), Parsed<float>),
        (typeof(double), Parsed<double>),
        (typeof(decimal), Parsed<decimal>),
        (typeof(TimeSpan), Parsed<TimeSpan>),
        (typeof(DateTime), Parsed<DateTime>),
        (typeof(DateTimeOffset), Parsed<DateTimeOffset>),
        (typeof(DateOnly), Parsed<DateOnly>),
        (typeof(TimeOnly), Parsed<TimeOnly>),
        (typeof(Guid), Parsed<Guid>),
        (typeof(char), Parsed<char>),
        (typeof(Uri), text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var value) ? value : null),
    ];

    /// <summary>The value, or null where the text is not one.</summary>
    /// <exception cref="InvalidOperationException">Values of this type cannot be configured.</exception>
    public static object? Parse<T>(string text)
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (type.IsEnum)
        {
            return Enum.TryParse(type, text, ignoreCase: true, out var value) ? value : null;
        }

        foreach (var reader in Readers)
        {
            if (reader.Type == type)
            {
                return reader.Parse(text);
            }
        }

        throw new InvalidOperationException($"{type.Name} is no type of a configuration value: text, numbers, bool, dates, TimeSpan, Guid, Uri and enums are.");
    }

    private static object? Parsed<TValue>(string text)
        where TValue : struct, ISpanParsable<TValue> =>
        TValue.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;
}
