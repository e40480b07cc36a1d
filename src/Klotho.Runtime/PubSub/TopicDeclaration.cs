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

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var id = Id;
        context.Services.AddTopicDriver(id);
        context.Services.TryAddKeyedSingleton<ITopic<T>>(id, (provider, _) => new Topic<T>(
            id, provider.DecoratedDriver<ITopicDriver>(id), provider.GetRequiredService<PayloadSerializer>()));
    }
}
