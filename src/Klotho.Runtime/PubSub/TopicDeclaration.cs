using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A topic of messages of type <typeparamref name="T"/>.</summary>
/// <param name="id">The topic's id.</param>
public sealed class TopicDeclaration<T>(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <summary>What tells one order of messages from another; null where they come in no promised order.</summary>
    public Func<T, string?>? OrderedBy { get; init; }

    /// <summary>What handlers may tell messages apart by; null where each takes all.</summary>
    public Func<T, string?>? FilteredBy { get; init; }

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var id = Id;
        var (orderedBy, filteredBy) = (OrderedBy, FilteredBy);
        context.Services.AddTopicDriver(id, isOrdered: orderedBy is not null);
        context.Services.TryAddKeyedSingleton<ITopic<T>>(id, (provider, _) => new Topic<T>(
            id,
            orderedBy is null ? provider.DecoratedDriver<ITopicDriver>(id) : OrderedTopic.Require(id, provider.DecoratedDriver<ITopicDriver>(id)),
            provider.GetRequiredService<PayloadSerializer>(),
            orderedBy,
            filteredBy));
    }
}
