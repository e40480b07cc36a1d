namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>The actions behind <c>ITopic</c> and its handlers (Service Authorization Reference: Amazon SNS, Amazon SQS, read 2026-11-22).</summary>
internal static class TopicActions
{
    public static readonly OperationActions Sns = new(new([new("ITopic.PublishAsync", "sns:Publish")]));

    /// <summary>What Lambda does on the unit's behalf to hand it messages.</summary>
    public static readonly string[] Receive = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
}
