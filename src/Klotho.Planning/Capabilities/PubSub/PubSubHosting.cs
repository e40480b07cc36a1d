using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>How topics are hosted.</summary>
public static class PubSubHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("pubsub"),
        Section: new(["pubsub"]),
        Noun: "topics",
        Description: "How each topic is hosted, by its id.",
        Candidates: new([new SnsSqsCandidate(), new EventBridgeCandidate(), new RabbitMqCandidate()]))
    {
        Aspects = Aspects.Serves | Aspects.KeepsData | Aspects.InNetwork,
    };
}
