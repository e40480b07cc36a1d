using System.Globalization;

namespace Klotho.Drivers;

/// <summary>The faults that a developer asks for: <c>duplicate=5%,delay=200ms,fail=2%,seed=7</c>. Also compiled into the tool, which checks its option with it.</summary>
/// <param name="Duplicate">The share of messages that are delivered once more after they were handled, from 0 to 1.</param>
/// <param name="Delay">The longest time that an operation is held up.</param>
/// <param name="Fail">The share of operations that fail, from 0 to 1.</param>
/// <param name="Seed">What all of it follows from.</param>
internal sealed record ChaosSettings(double Duplicate, TimeSpan Delay, double Fail, uint Seed)
{
    private const string Form = "it is a list such as duplicate=5%,delay=200ms,fail=2%,seed=7";

    /// <summary>A minute: what is held up for longer has timed out everywhere.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);

    /// <summary>Reads settings. Without a seed, one is drawn.</summary>
    /// <param name="text">The settings as they are written.</param>
    /// <param name="mistake">What is wrong, as the end of a sentence; null where nothing is.</param>
    public static ChaosSettings? Parse(string text, out string? mistake)
    {
        var settings = new ChaosSettings(0, TimeSpan.Zero, 0, (uint)Random.Shared.Next(1, 1_000_000));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var value] || !seen.Add(name) || Read(settings, name, value) is not { } next)
            {
                mistake = $"'{part}' is not understood: {Form}. Shares are between 0% and 100%, a delay is in ms or s and at most {LongestDelay.TotalSeconds} s, the seed is a whole number, and each stands there once";
                return null;
            }

            settings = next;
        }

        mistake = null;
        return settings;
    }

    /// <summary>The settings as they are written, with the seed.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"duplicate={Duplicate * 100:0.###}%,delay={Delay.TotalMilliseconds:0.###}ms,fail={Fail * 100:0.###}%,seed={Seed}");

    private static ChaosSettings? Read(ChaosSettings settings, string name, string value) => name switch
    {
        "duplicate" => Share(value) is { } share ? settings with { Duplicate = share } : null,
        "delay" => Time(value) is { } time ? settings with { Delay = time } : null,
        "fail" => Share(value) is { } share ? settings with { Fail = share } : null,
        "seed" => uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? settings with { Seed = seed } : null,
        _ => null,
    };

    private static double? Share(string value) =>
        value.EndsWith('%') && Number(value[..^1]) is { } percent and <= 100 ? percent / 100 : null;

    private static TimeSpan? Time(string value)
    {
        var time = value.EndsWith("ms", StringComparison.Ordinal) ? Number(value[..^2]) / 1000 : value.EndsWith('s') ? Number(value[..^1]) : null;
        return time is { } seconds && seconds <= LongestDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
