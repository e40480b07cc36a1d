namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The environment variables of a process.</summary>
internal sealed class Settings(IEnumerable<KeyValuePair<string, string>> variables) : Dictionary<string, string>(variables, StringComparer.Ordinal)
{
    private const string Uses = "Klotho__Uses";
    private const string Queues = "Klotho__Subscriptions__";
    private const string Units = "Klotho__ExecUnit__";

    /// <summary>What one process needs that is all of these units: what they are bound to together, and the queue of each.</summary>
    public static Settings OfAll(IEnumerable<KeyValuePair<string, Settings>> units) => new(units
        .SelectMany(unit => unit.Value.Where(IsShared).Select(variable => (
            Name: variable.Key.StartsWith(Queues, StringComparison.Ordinal) ? $"{variable.Key}__{unit.Key}" : variable.Key,
            variable.Value)))
        .Distinct()
        .GroupBy(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal)
        .Select(variable => KeyValuePair.Create(variable.Key, variable.Key == Uses ? AllOf(variable) : variable.Single())));

    /// <summary>The units that it calls, by what it has as their addresses.</summary>
    public IEnumerable<(string Variable, string Unit, string Address)> Calls =>
        this.Where(variable => variable.Key.StartsWith(Units, StringComparison.Ordinal)).Select(variable => (variable.Key, variable.Key[Units.Length..], variable.Value));

    private static bool IsShared(KeyValuePair<string, string> variable) => variable.Key != "Klotho__Unit" && !variable.Key.StartsWith(Units, StringComparison.Ordinal);

    // Of queues a process of all units has one for each unit, which no single use names.
    private static string AllOf(IEnumerable<string> uses) =>
        string.Join(',', uses.SelectMany(list => list.Split(',')).Where(use => !use.StartsWith("Subscriptions:", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal));
}
