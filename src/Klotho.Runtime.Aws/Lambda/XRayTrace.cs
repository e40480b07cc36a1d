using System.Diagnostics;

namespace Klotho.Aws;

/// <summary>
/// The trace that an invocation belongs to: <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.
/// Source: docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html, 2026-11-22.
/// </summary>
internal static class XRayTrace
{
    /// <summary>Where the tools of AWS look for the trace of the current invocation.</summary>
    private const string Variable = "_X_AMZN_TRACE_ID";

    private static readonly ActivitySource Activities = new("Klotho.Aws.Lambda");

    /// <summary>Makes it the trace of the current invocation, of which a process of Lambda has one at a time.</summary>
    public static void Enter(string? trace) => Environment.SetEnvironmentVariable(Variable, trace);

    /// <summary>Starts an activity in the trace, where somebody listens. ASP.NET Core does it for HTTP requests.</summary>
    public static Activity? Start(string name, string? trace) => Activities.StartActivity(name, ActivityKind.Consumer, TraceParent(trace));

    /// <summary>The same as a W3C <c>traceparent</c>, which ASP.NET Core reads; null where it names no trace or no parent.</summary>
    public static string? TraceParent(string? trace)
    {
        var parts = (trace ?? "").Split(';', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First()[1], StringComparer.OrdinalIgnoreCase);
        return parts.GetValueOrDefault("Root")?.Split('-') is ["1", { Length: 8 } time, { Length: 24 } random] &&
            parts.GetValueOrDefault("Parent") is { Length: 16 } parent
            ? $"00-{time}{random}-{parent}-{(parts.GetValueOrDefault("Sampled") == "1" ? "01" : "00")}"
            : null;
    }
}
