namespace Klotho.Drivers;

/// <summary>Has blob stores tell of what is done with them.</summary>
internal sealed class ObservedBlob : IDriverDecoration<IBlobDriver>
{
    public IBlobDriver Around(string id, IBlobDriver driver) => new ObservedBlobDriver(driver, new ObservedNode($"fs:{id}"));
}
