using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>That a subscription's messages go through an inbox (<see cref="IdempotentAttribute"/>).</summary>
/// <param name="store">The id of the store that remembers.</param>
/// <param name="key">What tells one piece of work from another; null for the message's id.</param>
public sealed class HandledOnce<TMessage>(string store, Func<TMessage, string?>? key = null)
{
    /// <summary>The id of the store that remembers.</summary>
    public string Store { get; } = store;

    /// <summary>What tells one piece of work from another; null for the message's id.</summary>
    public Func<TMessage, string?>? Key { get; } = key;

    internal async ValueTask HandleAsync(
        IServiceProvider services, TMessage message, MessageContext context, Func<CancellationToken, ValueTask> work, CancellationToken cancel)
    {
        var inbox = services.GetRequiredKeyedService<IKeyValueStore<HandledMessage>>(Store);
        var options = services.GetRequiredService<IOptions<KlothoOptions>>().Value;
        await inbox.HandleOnceAsync(
            context with { MessageId = KeyOf(message, context) }, work, options.Lease, services.GetRequiredService<TimeProvider>(), options.InboxRetention, cancel);
    }

    // Escaped, because the first segment of a store's key is its partition.
    private string KeyOf(TMessage message, MessageContext context) => Key switch
    {
        null => context.MessageId,
        _ when Key(message) is { Length: > 0 } given => Uri.EscapeDataString(given),
        _ => throw new InvalidOperationException($"The message to {context.Handler} has nothing in the member that [Idempotent] names as its key."),
    };
}
