using System.CommandLine;
using Klotho.Analysis.Collections;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Planning.Configuration;

namespace Klotho.Cli.Config;

/// <summary><c>klotho config</c>: each effective value and where it comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("config", "Print the effective configuration, each value with its origin.", "klotho config samples/SearchTheDeck --env prod", ExitCode.OfPlanning);
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
                ConfigurationPrinter.Write(json, entries);
            });
        }
        else
        {
            ConfigurationPrinter.Print(entries);
        }

        return FrontEnd.ExitCodeOf(app.Diagnostics);
    }
}
