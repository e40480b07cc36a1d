namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>The actions behind <c>ITopic</c> and its handlers (Service Authorization Reference: Amazon SNS, Amazon EventBridge, Amazon SQS, read 2026-11-22).</summary>
internal static class TopicActions
{
    public static readonly OperationActions Sns = new(new([new("ITopic.PublishAsync", "sns:Publish"), new("ITopic.PublishManyAsync", "sns:Publish")]));

    public static readonly OperationActions EventBridge = new(new([new("ITopic.PublishAsync", "events:PutEvents"), new("ITopic.PublishManyAsync", "events:PutEvents")]));

    /// <summary>What a process does that fetches its messages itself: a retry without a count is a copy in the same queue.</summary>
    public static readonly string[] Poll =
        ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage"];

    /// <summary>The same process puts there what failed for good, with the reason, and lists and redrives it.</summary>
    public static readonly string[] KeepDeadLetters = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:ReceiveMessage", "sqs:SendMessage"];

    /// <summary>What Lambda does on the unit's behalf to hand it messages.</summary>
    private static readonly string[] Receive = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];

    /// <summary>That, and what the function itself does about a message that is kept for later: a copy of it waits, or in a FIFO queue the message itself.</summary>
    public static IEnumerable<string> ReceiveAndKeep(bool isOrdered) => Receive.Append(isOrdered ? "sqs:ChangeMessageVisibility" : "sqs:SendMessage").Order(StringComparer.Ordinal);

    /// <summary>The function puts there what failed for good, with the reason.</summary>
    public static readonly string[] Bury = ["sqs:SendMessage"];
}
