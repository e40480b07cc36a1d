using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Klotho;

/// <summary>
/// The names under which the runtime tells what it does: activities for operations of stores, for publishing, deliveries and calls of other units, and
/// a histogram of how long they take. Both cost nothing while nobody listens.
/// </summary>
public static class KlothoTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Klotho.Runtime";

    /// <summary>The tag with the id of the capability graph's node: <c>kv:decks</c>, <c>pubsub:slide-read</c>, <c>exec_unit:ocr</c>.</summary>
    public const string NodeTag = "klotho.node";

    /// <summary>The tag with the operation: <c>get</c>, <c>publish</c>, <c>deliver</c>, <c>call</c>.</summary>
    public const string OperationTag = "klotho.operation";

    /// <summary>The tag with the full name of the exception that an operation failed with; absent where it did not.</summary>
    public const string ErrorTag = "error.type";

    internal static ActivitySource Activities { get; } = new(Name);

    /// <summary>How long operations take.</summary>
    internal static Histogram<double> Duration { get; } =
        new Meter(Name).CreateHistogram<double>("klotho.operation.duration", "s", "How long an operation of a store, a topic or another unit takes.");
}
