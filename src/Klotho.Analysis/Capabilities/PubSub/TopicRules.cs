using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>Rules of topics and their handlers.</summary>
public static class TopicRules
{
    public static readonly DiagnosticRule HandlerSignature = new(new("KL1020"), Severity.Error, "Message handler with a wrong signature",
        "The handler '{0}' of topic \"{1}\" {2}. Write it as an instance method: Task Handle(TMessage message, CancellationToken cancel), with MessageContext as a further parameter if needed.");

    public static readonly DiagnosticRule MessageTypeMismatch = new(new("KL1021"), Severity.Error, "Handler takes another message type",
        "The handler of topic \"{0}\" takes {1}, but the topic is published with {2}. Take the message that is published.");

    public static readonly DiagnosticRule NobodyPublishes = new(new("KL1022"), Severity.Warning, "Nobody publishes to the topic",
        "'{0}' subscribes to topic \"{1}\", to which nobody publishes.{2}");

    public static readonly DiagnosticRule NobodySubscribes = new(new("KL1023"), Severity.Info, "Nobody subscribes to the topic",
        "Topic \"{0}\" is published but nobody subscribes to it. Put [PubSub(\"{0}\")] on the method that should get its messages.");

    public static readonly DiagnosticRule HandlersOfOneName = new(new("KL1024"), Severity.Error, "Two handlers of a topic have one name",
        "Topic \"{0}\" has two handlers called '{1}', which would share one queue, so that each gets only some of the messages. Rename a class or a method.");

    public static readonly DiagnosticRule NoMessagesToHandleOnce = new(new("KL1025"), Severity.Error, "Idempotent method that handles no messages",
        "[Idempotent] stands on '{0}', which handles no messages. Put [PubSub(\"id\")] beside it, or remove it.");

    public static readonly DiagnosticRule NoKey = new(new("KL1026"), Severity.Error, "Member that cannot be a key",
        "The key \"{0}\" of '{1}' {2}");

    public static readonly DiagnosticRule NoMessageMember = new(new("KL1028"), Severity.Error, "Member that messages cannot be told apart by",
        "The member \"{0}\" that [{1}] of '{2}' names {3}");

    public static readonly DiagnosticRule FitsNoMessage = new(new("KL1029"), Severity.Error, "Handler that takes only messages that there are none of",
        "What '{0}' takes of topic \"{1}\" {2}");

    public static readonly EquatableArray<DiagnosticRule> All =
        new([HandlerSignature, MessageTypeMismatch, NobodyPublishes, NobodySubscribes, HandlersOfOneName, NoMessagesToHandleOnce, NoKey, NoMessageMember, FitsNoMessage]);
}
