using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>
/// How often a topic's messages are tried: what the deployment says (<c>Klotho:MaxAttempts:{topic}</c>, as often as its queue
/// delivers a message), else <see cref="KlothoOptions.MaxAttempts"/>.
/// </summary>
internal static class TopicAttempts
{
    /// <exception cref="InvalidOperationException">The configuration holds something that is no number of attempts.</exception>
    public static int Of(IConfiguration configuration, string topic, KlothoOptions options)
    {
        // As with bindings: names of environment variables hold no hyphens everywhere.
        var key = $"Klotho:MaxAttempts:{topic}";
        var text = configuration[key] is { Length: > 0 } exact ? exact : configuration[$"Klotho:MaxAttempts:{topic.Replace('-', '_')}"];
        if (string.IsNullOrEmpty(text))
        {
            return options.MaxAttempts;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts > 0
            ? attempts
            : throw new InvalidOperationException($"{key} is '{text}': a whole number, at least 1.");
    }
}
