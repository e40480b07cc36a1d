namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>What a developer sets, where nothing is emitted.</summary>
internal static class LocalSettings
{
    public static IReadOnlyList<string> Units { get; } = ["archive", "ledger", "main", "receipts"];

    /// <summary>The values that the code reads.</summary>
    public static Settings Of(Place place) => new(
    [
        KeyValuePair.Create("Klotho__Config__greeting", place.Greeting),
        KeyValuePair.Create("Klotho__Secret__signing_key", place.Key),
        KeyValuePair.Create("Klotho__UnitToken", Place.Token),
    ]);

    /// <summary>What tells a process which unit it is, and where the others are.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Named(string unit)
    {
        IEnumerable<string> called = unit == "main" ? ["archive", "receipts"] : [];
        return [KeyValuePair.Create("Klotho__Unit", unit), .. called.Select(other => KeyValuePair.Create($"Klotho__ExecUnit__{other}", $"http://{other}:8080"))];
    }

    /// <summary>One technology for everything, the turns of schedules too.</summary>
    public static IReadOnlyDictionary<string, string> Schemes(string scheme) =>
        new[] { "Persist:orders", "Persist:papers", "Persist:recent", "Persist:records", "PubSub:ordered", "Schedules:turns" }.ToDictionary(binding => binding, _ => scheme, StringComparer.Ordinal);
}
