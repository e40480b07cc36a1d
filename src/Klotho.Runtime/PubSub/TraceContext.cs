using System.Diagnostics;

namespace Klotho.Drivers;

/// <summary>
/// The trace that a message is published in, as W3C Trace Context writes it (www.w3.org/TR/trace-context, 2026-11-22): it travels beside the
/// message, under these two names where the technology has names.
/// </summary>
/// <param name="Parent">The <c>traceparent</c>: 55 characters.</param>
/// <param name="State">The <c>tracestate</c>, at most 512 printable characters; null if there is none.</param>
public sealed record TraceContext(string Parent, string? State)
{
    /// <summary>The name of the first, as messages have it.</summary>
    public const string ParentName = "traceparent";

    /// <summary>The name of the second.</summary>
    public const string StateName = "tracestate";

    // What everybody must hand on (section 3.3.1.5). A longer one would take the place of the message.
    private const int LongestState = 512;

    /// <summary>The trace that this code runs in; null outside of any.</summary>
    public static TraceContext? Current =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } parent } activity ? Of(parent, activity.TraceStateString) : null;

    /// <summary>The same for who goes on with the trace; null where a publisher wrote something else.</summary>
    public ActivityContext? Context => ActivityContext.TryParse(Parent, State, isRemote: true, out var context) ? context : null;

    /// <summary>What a message says; null where it names no trace.</summary>
    /// <param name="parent">Its <c>traceparent</c>.</param>
    /// <param name="state">Its <c>tracestate</c>, which is left out where a technology might not take it.</param>
    public static TraceContext? Of(string? parent, string? state) =>
        string.IsNullOrEmpty(parent) ? null : new(parent, state is { Length: > 0 and <= LongestState } && state.All(c => c is >= ' ' and <= '~') ? state : null);
}
