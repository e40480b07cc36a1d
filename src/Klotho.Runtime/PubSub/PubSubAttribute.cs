using Microsoft.Extensions.DependencyInjection;

namespace Klotho;

/// <summary>
/// On an <see cref="ITopic{T}"/> parameter: injects the topic <paramref name="id"/> to publish to. On a method
/// <c>Task Handle(TMessage message, CancellationToken cancel)</c>: subscribes the method to the topic. A method may
/// also take a <see cref="MessageContext"/>.
/// </summary>
/// <param name="id">Lower-case letters, digits and hyphens, at most 40 characters, beginning with a letter.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Method, Inherited = false)]
public sealed class PubSubAttribute(string id) : FromKeyedServicesAttribute(id)
{
    /// <summary>The topic's id.</summary>
    public string Id { get; } = id;

    /// <summary>
    /// On a method: the values of the member that the messages are <see cref="FilteredByAttribute"/>, as text; the method is called for their messages
    /// only. By default it is called for all.
    /// </summary>
    public string[] Only { get; init; } = [];
}
