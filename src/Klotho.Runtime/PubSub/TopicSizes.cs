using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>
/// How large a topic's messages may be on a laptop: as the planned target takes them (<c>Klotho:MessageBytes:{topic}</c>), else
/// <see cref="TopicLimits.MaxMessageBytes"/>.
/// </summary>
internal static class TopicSizes
{
    /// <exception cref="InvalidOperationException">The configuration holds something that is no size, or more than any target takes.</exception>
    public static int Of(IConfiguration configuration, string topic) => ResourceBinding.Setting(configuration, "MessageBytes", topic) switch
    {
        null or "" => TopicLimits.MaxMessageBytes,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is > 0 and <= TopicLimits.MaxClaimedMessageBytes => size,
        var text => throw new InvalidOperationException($"Klotho:MessageBytes:{topic} is '{text}': a number of bytes, from 1 to {TopicLimits.MaxClaimedMessageBytes}."),
    };
}
