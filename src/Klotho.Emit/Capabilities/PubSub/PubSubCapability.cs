using Klotho.Planning.Capabilities.PubSub;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>Topics from planning to emission.</summary>
public static class PubSubCapability
{
    public static readonly Capability Capability = new(
        PubSubHosting.Capability,
        new([new SnsSqsLowering(), new EventBridgeLowering(), new RabbitMqLowering()]),
        new("Topic", NodeShape.Lane, "M4 12h9M13 12l6-6M13 12l6 6M13 12h7", "#a13f8a"));
}
