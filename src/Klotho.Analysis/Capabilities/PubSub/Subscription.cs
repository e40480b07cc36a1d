using Klotho.Analysis.Annotations;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>A method that is called for each message of a topic.</summary>
public sealed record Subscription(TopicNode Topic, SourceLocation Location, HandlerMethod Handler) : CapabilityUse(Topic, Location)
{
    /// <summary>How its messages are handled once, if they are.</summary>
    public HandledOnce? Once { get; init; }

    /// <summary>The message type is the publisher's to say.</summary>
    public override bool Decides => false;

    public override DiagnosticRule ContradictionRule => TopicRules.MessageTypeMismatch;
}
