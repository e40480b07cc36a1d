namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>Queues, topics and the logs of all.</summary>
internal static class MessagingControls
{
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Topic = "aws:sns/topic:Topic";
    private const string Bus = "aws:cloudwatch/eventBus:EventBus";
    private const string Logs = "aws:cloudwatch/logGroup:LogGroup";

    public static readonly IReadOnlyList<Control> All =
    [
        new("SQS.1", "Queues are encrypted", Queue,
            queue => queue.Truth("sqsManagedSseEnabled") == true || queue.Values("kmsMasterKeyId").Count > 0, queue => queue.Without("sqsManagedSseEnabled")),
        Control.NotForEverybody("SQS.3", "Nobody unknown sends to a queue", Queue, "policy", "aws:sqs/queuePolicy:QueuePolicy", "queueUrl", "sqs:SendMessage"),
        Control.Given("SNS.1", "Topics are encrypted with a key", Topic, "kmsMasterKeyId") with
        {
            Concerns = topic => topic.Resource.Name.Value != "alarm-notices",
            By = "always; but for where alarms ring, which may not use the provider's key and carries no data",
        },
        Control.NotForEverybody("SNS.4", "Nobody unknown publishes to a topic", Topic, "policy", "aws:sns/topicPolicy:TopicPolicy", "arn", "sns:Publish"),
        new("EventBridge.3", "A bus says who may send to it", Bus,
            bus => bus.Related("aws:cloudwatch/eventBusPolicy:EventBusPolicy", "eventBusName").Any(), bus => bus.WithoutRelated("aws:cloudwatch/eventBusPolicy:EventBusPolicy", "eventBusName")),
        new("CloudWatch.16", "Logs are kept for a time that is said", Logs,
            logs => logs.Whole("retentionInDays") > 0, logs => logs.With("retentionInDays", 0)) { By = "`log_retention_days`, 30 by default; a requirement can raise it" },
    ];
}
