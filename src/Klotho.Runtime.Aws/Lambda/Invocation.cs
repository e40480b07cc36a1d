using System.Text.Json;

namespace Klotho.Aws;

/// <summary>One invocation of the function.</summary>
/// <param name="RequestId">Its id, which logs of Lambda name.</param>
/// <param name="Deadline">When Lambda ends the process.</param>
/// <param name="TraceId">The tracing header of AWS X-Ray, if there is one.</param>
/// <param name="Event">What the function is invoked with.</param>
internal sealed record Invocation(string RequestId, DateTimeOffset Deadline, string? TraceId, JsonElement Event)
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMilliseconds(500);

    /// <summary>How long the invocation may still take: a tenth less than Lambda gives, at most half a second less, to answer in.</summary>
    public TimeSpan TimeLeft(DateTimeOffset now)
    {
        var left = Deadline - now;
        var margin = left / 10 < LongestMargin ? left / 10 : LongestMargin;
        return left > margin ? left - margin : TimeSpan.Zero;
    }
}
