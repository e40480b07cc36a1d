using System.Text.Json;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Cli.Config;

/// <summary>Prints effective values with their origins.</summary>
internal static class ConfigurationPrinter
{
    /// <summary>A longer value pushes its own origin to the right, not everybody's.</summary>
    private const int WidestColumn = 40;

    /// <summary>Lines instead of a table of the window's width: a key or value that is cut could be neither copied nor searched.</summary>
    public static void Print(IEnumerable<EffectiveEntry> entries)
    {
        var lines = entries.Select(entry => (entry.Key, Value: $"{entry.Value}", Origin: Shown(entry.Origin))).ToList();
        var keys = lines.Select(line => line.Key.Length).DefaultIfEmpty().Max();
        var values = lines.Select(line => line.Value.Length).Where(length => length <= WidestColumn).DefaultIfEmpty().Max();
        foreach (var line in lines)
        {
            Console.Out.WriteLine($"{line.Key.PadRight(keys)}  {line.Value.PadRight(values)}  # {line.Origin}");
        }
    }

    /// <summary>The option repeats the key and the value that stand before it.</summary>
    private static string Shown(Origin origin) => origin is Origin.CommandLine ? OverrideReader.Option : $"{origin}";

    public static void Write(Utf8JsonWriter json, IEnumerable<EffectiveEntry> entries)
    {
        json.WriteStartArray("configuration");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("key", entry.Key);
            switch (entry.Value)
            {
                case ParameterValue.Whole whole:
                    json.WriteNumber("value", whole.Value);
                    break;
                case ParameterValue.Truth truth:
                    json.WriteBoolean("value", truth.Value);
                    break;
                default:
                    json.WriteString("value", entry.Value.ToString());
                    break;
            }

            json.WriteString("origin", entry.Origin.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
