namespace Klotho.Drivers;

/// <summary>Puts something between the application and a resource's driver, whatever the technology.</summary>
/// <typeparam name="TDriver">The kind of driver.</typeparam>
internal interface IDriverDecoration<TDriver>
{
    /// <summary>The driver, or one around it. What is around it need not be disposed of.</summary>
    TDriver Around(string id, TDriver driver);
}
