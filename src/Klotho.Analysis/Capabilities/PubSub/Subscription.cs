using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>A method that is called for each message of a topic.</summary>
public sealed record Subscription(TopicNode Topic, SourceLocation Location, HandlerMethod Handler) : CapabilityUse(Topic, Location)
{
    /// <summary>How its messages are handled once, if they are.</summary>
    public HandledOnce? Once { get; init; }

    /// <summary>The values of what messages are filtered by whose messages it takes; none where it takes all.</summary>
    public EquatableArray<string> Only { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The message type is the publisher's to say.</summary>
    public override bool Decides => false;

    public override DiagnosticRule ContradictionRule => TopicRules.MessageTypeMismatch;
}
