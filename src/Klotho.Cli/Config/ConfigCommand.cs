using System.CommandLine;
using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;
using Spectre.Console;

namespace Klotho.Cli.Config;

/// <summary><c>klotho config</c>: each effective value and where it comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("config", "Print the effective configuration, each value with its origin.", "klotho config samples/SearchTheDeck --env prod");
        var app = new AppArguments();
        var print = new PrintOptions();
        app.AddTo(command);
        print.AddTo(command);
        command.SetAction((result, cancel) => RunAsync(app.Read(result), print.Read(result), cancel));
        return command;
    }

    private static async Task<int> RunAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        var entries = app.Plan?.Configuration ?? EquatableArray<EffectiveEntry>.Empty;
        terminal.Report(app.Diagnostics, app.Root);
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, app.Diagnostics, Terminal.Paths(app.Root));
                Write(json, entries);
            });
        }
        else
        {
            Print(entries);
        }

        return FrontEnd.ExitCodeOf(app.Diagnostics);
    }

    private static void Print(EquatableArray<EffectiveEntry> entries)
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

    private static void Write(Utf8JsonWriter json, EquatableArray<EffectiveEntry> entries)
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
