namespace Klotho.Drivers;

/// <summary>That a handler subscribes to a topic. Every process knows all of them, whichever unit it runs.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Name">The class and method of the handler.</param>
/// <param name="Unit">The id of the unit that the handler runs in.</param>
public sealed record TopicSubscriber(string Topic, string Name, string Unit)
{
    /// <summary>Whether the topic's messages are ordered by a key, which says how a technology must set up its queue.</summary>
    public bool IsOrdered { get; init; }
}
