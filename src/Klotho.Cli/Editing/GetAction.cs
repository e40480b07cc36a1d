using Klotho.Cli.CommandLine;
using Klotho.Cli.Config;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Planning.Configuration;
using Klotho.Planning.Editing;
using Klotho.Planning.Keys;

namespace Klotho.Cli.Editing;

/// <summary>Finds what holds for a key, also where no file sets it: defaults, and what the code or the planner says.</summary>
internal static class GetAction
{
    public static async Task<int> RunAsync(string key, AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        IReadOnlyList<EffectiveEntry> entries = app.Plan is { } plan ? plan.Configuration : Written(app);
        var found = entries.Where(entry => entry.Key == key || entry.Key.StartsWith($"{key}.", StringComparison.Ordinal)).ToList();
        terminal.Report(app.Diagnostics, app.Root);
        if (found.Count == 0)
        {
            Terminal.Mistake(Missing(key, entries));
        }

        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, app.Diagnostics, Terminal.Paths(app.Root));
                ConfigurationPrinter.Write(json, found);
            });
        }
        else if (terminal.Summarises)
        {
            ConfigurationPrinter.Print(found);
        }
        else
        {
            found.ForEach(entry => Console.Out.WriteLine(entry.Value));
        }

        return FrontEnd.ExitCodeOf(app.Diagnostics) is not ExitCode.Done and var code ? code
            : found.Count == 0 ? ExitCode.InputHasErrors
            : ExitCode.Done;
    }

    /// <summary>Where there is no plan, what the files say.</summary>
    private static IReadOnlyList<EffectiveEntry> Written(PlannedApp app) =>
        [.. (app.Sources?.Settings.Settings.Items ?? []).Select(setting => new EffectiveEntry(setting.Path, setting.Value, setting.Origin))];

    private static string Missing(string key, IReadOnlyList<EffectiveEntry> entries) =>
        SettingEditor.Unknown(key, CapabilityCatalogue.All.Planning) is { } unknown ? unknown
        : Spelling.Nearest(key, entries.Select(entry => entry.Key)) is { } nearest ? $"`{key}` is not set. Did you mean `{nearest}`?"
        : $"`{key}` is not set, and nothing holds by default.";
}
