namespace Klotho.Drivers;

/// <summary>That a handler subscribes to a topic. Every process knows all of them, whichever unit it runs.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Name">The class and method of the handler.</param>
/// <param name="Unit">The id of the unit that the handler runs in.</param>
public sealed record TopicSubscriber(string Topic, string Name, string Unit);
