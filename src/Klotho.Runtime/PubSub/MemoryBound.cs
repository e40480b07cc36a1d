using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>
/// How much one handler's messages may take in this process's memory before who publishes waits: <c>Klotho:MemoryTopics:Messages</c> and
/// <c>Klotho:MemoryTopics:Bytes</c>.
/// </summary>
/// <param name="Messages">How many messages.</param>
/// <param name="Bytes">How many bytes of payloads. A message that is larger has the queue for itself.</param>
internal sealed record MemoryBound(int Messages, long Bytes)
{
    public const string MessagesKey = "Klotho:MemoryTopics:Messages";
    public const string BytesKey = "Klotho:MemoryTopics:Bytes";

    /// <summary>Ten thousand messages of 64 MiB together.</summary>
    public static readonly MemoryBound Default = new(10_000, 64 * 1024 * 1024);

    /// <summary>How long a handler that publishes waits before its message is let in above the bound: all that could make room may be waiting like it.</summary>
    public TimeSpan HandlerPatience { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After what time somebody else is told that nobody in this process takes the messages.</summary>
    public TimeSpan OtherPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">The configuration holds something that is no number, or none from 1 on.</exception>
    public static MemoryBound Of(IConfiguration configuration) =>
        new((int)Number(configuration, MessagesKey, Default.Messages, int.MaxValue), Number(configuration, BytesKey, Default.Bytes, long.MaxValue));

    private static long Number(IConfiguration configuration, string key, long otherwise, long most) => configuration[key] switch
    {
        null or "" => otherwise,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most => number,
        var text => throw new InvalidOperationException($"{key} is '{text}': a whole number, from 1 to {most.ToString(CultureInfo.InvariantCulture)}."),
    };
}
