using System.Text.Json;
using Klotho.Cli.Reporting;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;
using Spectre.Console;

namespace Klotho.Cli.Config;

/// <summary>Prints effective values with their origins.</summary>
internal static class ConfigurationPrinter
{
    public static void Print(IEnumerable<EffectiveEntry> entries)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn()).AddColumn(new GridColumn().NoWrap());
        foreach (var entry in entries)
        {
            grid.AddRow(Markup.Escape(entry.Key), Markup.Escape(entry.Value.ToString()), Markup.Escape($"# {Shown(entry.Origin)}"));
        }

        Terminal.Tables().Write(grid);
    }

    /// <summary>The option repeats the key and the value that stand beside it, and would leave the value no room.</summary>
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
