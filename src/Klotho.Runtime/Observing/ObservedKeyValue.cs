namespace Klotho.Drivers;

/// <summary>Has key-value stores tell of what is done with them.</summary>
internal sealed class ObservedKeyValue : IDriverDecoration<IKeyValueDriver>
{
    public IKeyValueDriver Around(string id, IKeyValueDriver driver) => new ObservedKeyValueDriver(driver, new ObservedNode($"kv:{id}"));
}
