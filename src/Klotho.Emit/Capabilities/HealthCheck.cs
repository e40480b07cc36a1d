namespace Klotho.Emit.Capabilities;

/// <summary>Where a unit says whether it is well: <c>app.MapKlotho()</c> maps it, and whatever hosts the unit asks.</summary>
public static class HealthCheck
{
    public const string Path = "/_klotho/health";
}
