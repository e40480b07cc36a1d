using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>
/// For each subscribing unit a queue of its own with dead letters, so that one unit's failure delays nobody else; whatever publishes
/// into them.
/// </summary>
internal static class SubscriberQueues
{
    /// <summary>The part of names that says which of a unit's two queues it is.</summary>
    public const string Queue = "queue";

    public const string DeadLetters = "dead-letters";

    private const long SecondsPerDay = 24 * 60 * 60;

    // A receipt that reached nobody, as the process stopped just then, is no attempt; and who counts attempts says why a message is a dead letter,
    // which SQS does not. So SQS counts a little longer (Amazon SQS API Reference: SetQueueAttributes, at most 1,000, 2026-11-22).
    private const long SpareReceipts = 3;
    private const long MostReceipts = 1000;

    /// <summary>The units that handle the topic's messages.</summary>
    public static IEnumerable<NodeId> Of(NodeLowering node) =>
        node.Context.Graph.From(node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Order();

    public static ResourceName Name(NodeLowering node, NodeId unit, string which) => node.Name(Part(node, unit, which));

    public static ResourceName PolicyName(NodeLowering node, NodeId unit, string which) => node.Name($"{Part(node, unit, which)}-policy");

    /// <summary>A unit's queues.</summary>
    /// <param name="node">The topic.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="service">The service that sends into the queue.</param>
    /// <param name="source">On behalf of what it does.</param>
    /// <param name="deadLettersToo">Whether it sends what it could not deliver to the dead letters.</param>
    public static IEnumerable<Resource> Resources(NodeLowering node, NodeId unit, string service, InputValue source, bool deadLettersToo = false)
    {
        var dead = node.Resource(Part(node, unit, DeadLetters), "aws:sqs/queue:Queue", InputValue.Map.Of(
        [
            new("messageRetentionSeconds", node.Whole("dead_letter_retention_days") * SecondsPerDay),
            Encryption(node),
            .. Fifo.OfQueue(node),
        ]));
        var queue = node.Resource(Part(node, unit, Queue), "aws:sqs/queue:Queue", InputValue.Map.Of(
        [
            new("messageRetentionSeconds", node.Whole("retention_days") * SecondsPerDay),
            new("visibilityTimeoutSeconds", VisibilityTimeout(node, unit)),
            Encryption(node),
            new("redrivePolicy", new InputValue.Json(InputValue.Map.Of(
                new("deadLetterTargetArn", dead.Output("arn")),
                new("maxReceiveCount", Math.Min(MostReceipts, node.Whole("max_attempts") + SpareReceipts))))),
            .. Fifo.OfQueue(node),
        ]),
            comment: node.Context.EndpointOf(unit) is Endpoint.Service
                ? "The unit takes a message for this long, and renews that while it works."
                : "A message stays invisible six times as long as the unit may take, as AWS advises for Lambda.");
        InputValue.Map[] sends = [PolicyDocument.ServiceMay(service, "sqs:SendMessage", queue.Output("arn"), source)];
        InputValue.Map[] sendsDead = [PolicyDocument.ServiceMay(service, "sqs:SendMessage", dead.Output("arn"), source)];
        return
        [
            dead,
            queue,
            node.Resource($"{node.Context.StemOf(unit)}-redrive", "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", InputValue.Map.Of(
                new("queueUrl", dead.Output("url")),
                new("redriveAllowPolicy", new InputValue.Json(InputValue.Map.Of(
                    new("redrivePermission", "byQueue"),
                    new("sourceQueueArns", InputValue.List.Of(queue.Output("arn")))))))),
            Policy(node, unit, Queue, queue, sends),
            Policy(node, unit, DeadLetters, dead, deadLettersToo ? sendsDead : []),
        ];
    }

    /// <summary>What the unit needs to handle the messages; <paramref name="options"/> follow the queue in its binding.</summary>
    public static UnitAccess Access(NodeLowering node, CapabilityEdge edge, string options = "")
    {
        var arn = new InputValue.Reference(Name(node, edge.To, Queue), "arn");
        var handlers = string.Join(", ", edge.Operations.Items.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        var environment = EnvironmentVariable.Binding("Subscriptions", node.Id.Name, options.Length == 0
            ? Claims.Binding(node, options: false, "sqs://", arn)
            : Claims.Binding(node, options: true, "sqs://", arn, options));
        var claims = Claims.Statements(node, "s3:GetObject", handlers);
        NetworkService? payloads = Claims.AreKept(node) ? Claims.Service : null;
        var isService = node.Context.EndpointOf(edge.To) is Endpoint.Service;
        return new(
            Environment: new([environment, Attempts(node)]),
            Statements: new(
            [
                new((isService ? TopicActions.Poll : TopicActions.ReceiveAndKeep(Fifo.IsAsked(node))).ToEquatableArray(), new([arn]), handlers),
                new((isService ? TopicActions.KeepDeadLetters : TopicActions.Bury).ToEquatableArray(), new([new InputValue.Reference(Name(node, edge.To, DeadLetters), "arn")]), $"dead letters of {handlers}"),
                .. claims,
            ]),
            Events: isService ? default : new([new(node.Id, arn, (int)node.Whole("batch_size"))]),
            Queues: isService ? new([new InputValue.Reference(Name(node, edge.To, Queue), "name")]) : default,
            Service: new("sqs"),
            Payloads: payloads);
    }

    /// <summary>How often the unit's process tries a message.</summary>
    public static EnvironmentVariable Attempts(NodeLowering node) =>
        EnvironmentVariable.Binding("MaxAttempts", node.Id.Name, node.Whole("max_attempts").ToString(CultureInfo.InvariantCulture));

    /// <summary>Somebody must hear of dead letters.</summary>
    public static IEnumerable<Alarm> Alarms(NodeLowering node) =>
        Of(node).Select(unit => Alarm.OfDeadLetters(
            $"{node.Context.StemOf(unit)}-dead-letters",
            $"Messages of {node.Id.Name} wait that {unit.Name} could not handle.",
            new InputValue.Reference(Name(node, unit, DeadLetters), "name")));

    /// <summary>Where each unit's dead letters are.</summary>
    public static IEnumerable<StackOutput> Outputs(NodeLowering node) =>
        Of(node).Select(unit => new StackOutput(
            $"{node.Name()}-{node.Context.StemOf(unit)}-dead-letters",
            new InputValue.Reference(Name(node, unit, DeadLetters), "url"),
            $"Messages of {node.Id.Name} that {unit.Name} could not handle."));

    private static string Part(NodeLowering node, NodeId unit, string which) => $"{node.Context.StemOf(unit)}-{which}";

    private static Resource Policy(NodeLowering node, NodeId unit, string which, Resource queue, IEnumerable<InputValue> statements) =>
        node.Resource($"{Part(node, unit, which)}-policy", "aws:sqs/queuePolicy:QueuePolicy", InputValue.Map.Of(
            new("queueUrl", queue.Output("url")),
            new("policy", PolicyDocument.Of(statements.Append(PolicyDocument.DenyWithoutTls("sqs:*", queue.Output("arn")))))));

    private static InputValue.Entry Encryption(NodeLowering node) =>
        OwnKey.Of(node) is { } key ? new("kmsMasterKeyId", key) : new("sqsManagedSseEnabled", true);

    private static long VisibilityTimeout(NodeLowering node, NodeId unit) =>
        node.Context.EndpointOf(unit)?.MessageSeconds
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{unit} receives messages from {node.Id}, but its host takes none."));
}
