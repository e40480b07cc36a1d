using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Capabilities.PubSub;

namespace Klotho.Emit.Kubernetes;

/// <summary>
/// What a broker must know of the application: an exchange for each topic, and for each unit that subscribes a queue with dead letters. What
/// may change later stands in policies, because a queue's own arguments cannot (RabbitMQ documentation: Policies, read 2026-11-22).
/// </summary>
internal static class RabbitDefinitions
{
    /// <summary>Stands for the password until a pod starts.</summary>
    public const string PasswordMark = "@PASSWORD@";

    // What the runtime asks for, which compares it. Messages that wait behind others of their key are handed out as often as processes come and go, so there is no
    // limit to that, and no policy has the broker give one up.
    private static readonly InputValue.Entry[] InOrder = [new("x-delivery-limit", 1_000_000_000), new("x-single-active-consumer", true)];

    public static string Exchange(NodeLowering topic) => topic.Name().Value;

    /// <summary>The queue of a unit that subscribes; ids hold no points, so that no two names meet.</summary>
    public static string Queue(NodeLowering topic, NodeId unit) => $"{Exchange(topic)}.{topic.Context.StemOf(unit)}";

    public static string DeadLetters(NodeLowering topic, NodeId unit) => $"{Queue(topic, unit)}.dead-letters";

    public static IEnumerable<NodeId> Subscribers(NodeLowering topic) =>
        topic.Context.Graph.From(topic.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Order();

    public static InputValue Of(LoweringContext context)
    {
        var topics = context.Hosted().Select(hosted => hosted.Node).Where(node => node.Decision.Type.Name == "rabbitmq").ToList();
        var queues = topics.SelectMany(topic => Subscribers(topic).Select(unit => (Topic: topic, Unit: unit))).ToList();
        return InputValue.Map.Of(
            new("vhosts", InputValue.List.Of(InputValue.Map.Of(new("name", "/"), new("default_queue_type", "quorum")))),
            new("users", InputValue.List.Of(InputValue.Map.Of(
                new("name", ClusterServers.User), new("password", PasswordMark), new("tags", InputValue.List.Of())))),
            new("permissions", InputValue.List.Of(InputValue.Map.Of(
                new("user", ClusterServers.User), new("vhost", "/"), new("configure", ".*"), new("write", ".*"), new("read", ".*")))),
            new("exchanges", InputValue.List.Of(topics.Select(topic => InputValue.Map.Of(
                new("name", Exchange(topic)), new("vhost", "/"), new("type", "fanout"), new("durable", true),
                new("auto_delete", false), new("internal", false), new("arguments", InputValue.Map.Of()))))),
            new("queues", InputValue.List.Of(queues.SelectMany(queue => new[] { Queue(Queue(queue.Topic, queue.Unit), IsOrdered(queue.Topic) ? InOrder : []), Queue(DeadLetters(queue.Topic, queue.Unit), []) }))),
            new("bindings", InputValue.List.Of(queues.Select(queue => InputValue.Map.Of(
                new("source", Exchange(queue.Topic)), new("vhost", "/"), new("destination", Queue(queue.Topic, queue.Unit)),
                new("destination_type", "queue"), new("routing_key", ""), new("arguments", InputValue.Map.Of()))))),
            new("policies", InputValue.List.Of(queues.Where(queue => !IsOrdered(queue.Topic)).Select(queue => Policy(queue.Topic, queue.Unit)))));
    }

    private static bool IsOrdered(NodeLowering topic) => TopicOrder.Of(topic.Node) is not null;

    private static InputValue Queue(string name, InputValue.Entry[] settled) => InputValue.Map.Of(
        new("name", name), new("vhost", "/"), new("durable", true), new("auto_delete", false),
        new("arguments", InputValue.Map.Of([new("x-queue-type", "quorum"), .. settled])));

    private static InputValue Policy(NodeLowering topic, NodeId unit) => InputValue.Map.Of(
        new("name", Queue(topic, unit)),
        new("vhost", "/"),
        new("pattern", $"^{Queue(topic, unit).Replace(".", "\\.", StringComparison.Ordinal)}$"),
        new("apply-to", "queues"),
        new("priority", 1),
        new("definition", InputValue.Map.Of(
            new("delivery-limit", topic.Whole("max_attempts")),
            new("dead-letter-exchange", ""),
            new("dead-letter-routing-key", DeadLetters(topic, unit)),
            new("dead-letter-strategy", "at-least-once"),
            new("overflow", "reject-publish"))));
}
