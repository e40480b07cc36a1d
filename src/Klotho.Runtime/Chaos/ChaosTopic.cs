namespace Klotho.Drivers;

/// <summary>Gives topics their faults.</summary>
internal sealed class ChaosTopic(Chaos chaos) : IDriverDecoration<ITopicDriver>
{
    public ITopicDriver Around(string id, ITopicDriver driver) => chaos.DiceOf($"PubSub:{id}") is { } dice ? new ChaosTopicDriver(driver, dice) : driver;
}
