namespace Klotho.Drivers;

/// <summary>Gives key-value stores their faults.</summary>
internal sealed class ChaosKeyValue(Chaos chaos) : IDriverDecoration<IKeyValueDriver>
{
    public IKeyValueDriver Around(string id, IKeyValueDriver driver) => chaos.DiceOf($"Persist:{id}") is { } dice ? new ChaosKeyValueDriver(driver, dice) : driver;
}
