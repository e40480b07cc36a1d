namespace Klotho.Drivers;

/// <summary>Has topics tell of what is done with them.</summary>
internal sealed class ObservedTopic : IDriverDecoration<ITopicDriver>
{
    public ITopicDriver Around(string id, ITopicDriver driver) => new ObservedTopicDriver(id, driver, new ObservedNode($"pubsub:{id}"));
}
