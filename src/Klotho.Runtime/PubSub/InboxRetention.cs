using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Klotho.Drivers;

/// <summary>How long it is remembered that a message is done, where the configuration says so: <c>Klotho:Inbox:RetentionDays</c>.</summary>
internal sealed class InboxRetention(IConfiguration configuration) : IPostConfigureOptions<KlothoOptions>
{
    public const string DaysKey = "Klotho:Inbox:RetentionDays";

    /// <exception cref="InvalidOperationException">The configuration holds something that is no number of days.</exception>
    public void PostConfigure(string? name, KlothoOptions options)
    {
        if (configuration[DaysKey] is { Length: > 0 } text)
        {
            // Where it is too long or too short, the check of all options says so.
            options.InboxRetention = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < TimeSpan.MaxValue.Days
                ? TimeSpan.FromDays(days)
                : throw new InvalidOperationException($"{DaysKey} is '{text}': a whole number of days.");
        }
    }
}
