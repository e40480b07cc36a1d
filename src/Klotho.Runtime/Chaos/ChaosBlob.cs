namespace Klotho.Drivers;

/// <summary>Gives blob stores their faults.</summary>
internal sealed class ChaosBlob(Chaos chaos) : IDriverDecoration<IBlobDriver>
{
    public IBlobDriver Around(string id, IBlobDriver driver) => chaos.DiceOf($"Persist:{id}") is { } dice ? new ChaosBlobDriver(driver, dice) : driver;
}
