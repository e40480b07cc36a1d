namespace Klotho.Drivers;

/// <summary>That a topic's messages come in the order of their keys, which not every technology can promise.</summary>
internal static class OrderedTopic
{
    /// <summary>The driver, which keeps the order.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static ITopicDriver Require(string topic, ITopicDriver driver) => driver.KeepsOrder
        ? driver
        : throw new InvalidOperationException(
            $"The messages of the topic '{topic}' are [OrderedBy] a key, but what Klotho:PubSub:{topic} or Klotho:Subscriptions:{topic} binds it to keeps no order. " +
            "Bind it to something that does, such as RabbitMQ, or an SNS topic and an SQS queue of the kind FIFO, or remove the attribute.");
}
