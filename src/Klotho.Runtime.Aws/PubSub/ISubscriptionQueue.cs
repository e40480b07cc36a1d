using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>A unit's queue for one topic, which the unit's handlers of the topic share.</summary>
internal interface ISubscriptionQueue
{
    /// <summary>Whether messages of one group are handled one at a time and in their order.</summary>
    bool KeepsOrder { get; }

    /// <summary>What its handlers could not handle.</summary>
    DeadLetterQueue Dead { get; }

    /// <summary>Whether the queue is there and answers.</summary>
    ValueTask CheckAsync(CancellationToken cancel);

    /// <summary>Whether the handler is one of this process.</summary>
    bool Serves(string handler);

    /// <summary>Waits for a message for the handler.</summary>
    ValueTask<ITopicDelivery> ReceiveAsync(string handler, CancellationToken cancel);

    /// <summary>The same of as many messages as are there, at most so many; of an ordered queue always one.</summary>
    async ValueTask<IReadOnlyList<ITopicDelivery>> ReceiveManyAsync(string handler, int most, CancellationToken cancel) => [await ReceiveAsync(handler, cancel)];
}
