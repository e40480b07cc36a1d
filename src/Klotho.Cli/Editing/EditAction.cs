using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Emit;
using Klotho.Planning.Configuration;
using Klotho.Planning.Differences;
using Klotho.Planning.Editing;
using Klotho.Planning.YamlEditing;

namespace Klotho.Cli.Editing;

/// <summary>Find the file, edit its text, ask the schema, ask the planner, write, show: nothing is written before all agree.</summary>
internal static class EditAction
{
    public static async Task<int> RunAsync(EditOptions options, Terminal terminal, CancellationToken cancel)
    {
        if (KeyPath.Parse(options.Key) is not { } key)
        {
            Terminal.Mistake($"'{options.Key}' is no key. A key is names with dots between them, such as execution_units.ocr.type.");
            return ExitCode.InputHasErrors;
        }

        var (sources, analyzed) = await FindAsync(options.App, terminal, cancel);
        var target = EditTarget.Of(sources, options.App.Environment, key);
        if (DiagnosticOrder.HasErrors(sources.Problems))
        {
            return EditPrinter.Print(new(target, new(key, target.Text, "", default), Written: false) { Diagnostics = sources.Problems }, terminal);
        }

        var edit = Edit(options, key, target, sources);
        if (!edit.IsAllowed || edit.Text == target.Text)
        {
            return EditPrinter.Print(new(target, edit, Written: false) { Diagnostics = edit.Diagnostics }, terminal);
        }

        var outcome = Compare(new(target, edit, Written: false), analyzed ?? await FrontEnd.AnalyzeAsync(options.App, terminal, cancel), options, terminal);
        cancel.ThrowIfCancellationRequested();
        if (!options.DryRun && (options.Force || !DiagnosticOrder.HasErrors(outcome.Diagnostics)))
        {
            EditedFile.Write(target.File, target.Text, edit.Text);
            outcome = outcome with { Written = true };
        }

        return EditPrinter.Print(outcome, terminal);
    }

    /// <summary>The operator's files. Where there are none yet, the project says in which folder the first belongs.</summary>
    private static async Task<(ConfigurationSources Sources, PlannedApp? Analyzed)> FindAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var named = Path.GetFullPath(selection.Path);
        var sources = ConfigurationSources.Read(selection, Directory.Exists(named) ? named : Path.GetDirectoryName(named) ?? named);
        if (sources.Files.Count > 0 || sources.Problems.Count > 0)
        {
            return (sources, null);
        }

        var analyzed = await FrontEnd.AnalyzeAsync(selection, terminal, cancel);
        return analyzed.Project is null
            ? (sources with { Problems = analyzed.Diagnostics }, analyzed)
            : (analyzed.Sources ?? sources, analyzed);
    }

    private static SettingEdit Edit(EditOptions options, KeyPath key, EditTarget target, ConfigurationSources sources)
    {
        var wish = new EditedSetting(new(new(target.File), target.Text), target.Above, key);
        var input = new ConfigurationInput(sources.ForPlanning(SourceRoot.None), CapabilityCatalogue.All.Planning)
        {
            Environment = options.App.Environment,
            Overrides = options.App.Overrides.ToEquatableArray(),
        };
        return options.Value is { } value ? SettingEditor.Set(wish, value, input) : SettingEditor.Unset(wish, input);
    }

    /// <summary>What the planner makes of both texts. A project that does not load keeps nobody from editing its configuration.</summary>
    private static EditOutcome Compare(EditOutcome outcome, PlannedApp analyzed, EditOptions options, Terminal terminal)
    {
        if (analyzed is not { Analysis: { } analysis, Sources: { } sources } || DiagnosticOrder.HasErrors(analyzed.Diagnostics))
        {
            var first = DiagnosticOrder.Sort(analyzed.Diagnostics).FirstOrDefault(found => found.Rule.Severity == Severity.Error);
            return outcome with { Uncompared = $"The plan is not compared, because the project does not load: {first?.Message}" };
        }

        var edited = sources.With(outcome.Target.File, outcome.Edit.Text);
        var name = options.Key == "app" && options.Value is { } app ? new AppName(app) : analysis.Graph.App;
        var before = FrontEnd.Plan(analyzed, options.App, terminal);
        var after = FrontEnd.Plan(
            analyzed with { Sources = edited, Analysis = analysis with { Graph = analysis.Graph with { App = name } } }, options.App, terminal);
        return outcome with
        {
            Root = analyzed.Root,
            Differences = Differences(before, after),
            Diagnostics = SettingEditor.Added(before.AllDiagnostics, after.AllDiagnostics),
            Uncompared = before.Plan?.Plan is null ? "The plan is not compared, because there was none: klotho check says why." : "",
        };
    }

    /// <summary>What nothing was compiled from yet cannot lose or break anything.</summary>
    private static PlanDifferences? Differences(PlannedApp before, PlannedApp after)
    {
        if (before is not { Succession: { } earlier } || after is not { Succession: { } later, Plan.Plan: { } plan })
        {
            return null;
        }

        var found = LockSuccession.Since(earlier.Lock, later, plan);
        return after.Lock?.Text is not null ? found : found with
        {
            Changes = found.Changes.Items.Select(change => change with { Effects = change.Effects & ChangeEffects.Widening, Consequence = "" }).ToEquatableArray(),
        };
    }
}
