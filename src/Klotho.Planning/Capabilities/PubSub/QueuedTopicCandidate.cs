using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>A service that hands each message to a queue of every subscriber.</summary>
/// <param name="latency">The figures of how long handing over takes: <c>latency.NAME.p50</c> and so on.</param>
/// <param name="promise">The figure of the provider's promise.</param>
/// <param name="price">The figure of what a message costs that is handed in.</param>
public abstract class QueuedTopicCandidate(string latency, string promise, string price) : Candidate
{
    /// <summary>What of it keeps no order of messages: <c>an EventBridge bus</c>; null where it can be told to keep one.</summary>
    protected abstract string? Unordered { get; }

    public sealed override IEnumerable<Variant> Variants(VariantContext context)
    {
        var most = DataSize.OfKiB(Limit("message"));
        return SubscriberQueues.Ways(context, ParameterSet.Of(this, context), most).SelectMany(parameters => WithPrivateWay(
            Host(context, parameters, most),
            context));
    }

    private Variant Host(VariantContext context, ParameterSet parameters, DataSize most)
    {
        var variant = Hosting(
            parameters,
            SubscriberQueues.Traits(context, parameters, latency, promise, most),
            SubscriberQueues.Cost(context, parameters, price, most));
        return Unordered is { } unable ? variant.WithoutOrder(context, unable) : variant;
    }
}
