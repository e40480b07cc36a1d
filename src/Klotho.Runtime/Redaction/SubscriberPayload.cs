namespace Klotho.Drivers;

/// <summary>What may be shown of the messages to a subscriber. Every process knows it, whichever unit it runs.</summary>
internal sealed record SubscriberPayload(TopicSubscriber Subscriber, Func<PayloadSerializer, PayloadRedaction> RedactionOf);
