using System.Text.Json;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Diff;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Editing;

/// <summary>Prints what an edit came to, and says with which exit code that ends.</summary>
internal static class EditPrinter
{
    public static int Print(EditOutcome outcome, Terminal terminal)
    {
        var paths = Terminal.Paths(outcome.Root);
        if (outcome.Edit.Mistake.Length > 0)
        {
            Terminal.Mistake(outcome.Edit.Mistake);
        }

        terminal.Report(outcome.Diagnostics, outcome.Root, (outcome.Target.File, outcome.Edit.Text));
        if (outcome.Edit.Advice.Length > 0)
        {
            Terminal.Mistake(outcome.Edit.Advice);
        }

        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, outcome.Diagnostics, paths);
                Write(json, outcome, paths);
            });
        }
        else if (terminal.Summarises && outcome.Edit.Mistake.Length == 0)
        {
            Summarise(outcome, paths.Shown(outcome.Target.File), paths.Shown);
        }

        return outcome.Edit.Mistake.Length > 0 ? ExitCode.InputHasErrors
            : outcome.Written ? ExitCode.Done
            : FrontEnd.ExitCodeOf(outcome.Diagnostics);
    }

    private static void Summarise(EditOutcome outcome, string file, Func<SourcePath, string> shown)
    {
        if (outcome.Edit.Text == outcome.Target.Text)
        {
            Console.Out.WriteLine(DiagnosticOrder.HasErrors(outcome.Diagnostics) ? $"{file} is as it was." : $"{file} says so already.");
            return;
        }

        Console.Out.WriteLine(LineDiff.Of(file, outcome.Target.Text, outcome.Edit.Text));
        Console.Out.Write(Changes(outcome, shown));
        Console.Out.WriteLine(outcome.Written ? $"{file} is written." : $"{file} is as it was.");
    }

    private static string Changes(EditOutcome outcome, Func<SourcePath, string> shown) =>
        outcome.Uncompared.Length > 0 ? $"{outcome.Uncompared}\n"
        : outcome.Differences is { IsEmpty: true } ? "The plan stays as it is.\n"
        : outcome.Differences is { } differences ? DiffText.Print(differences, shown)
        : outcome.Edit.IsAllowed && !outcome.Written ? "The planner refuses it; --force writes it all the same.\n"
        : "";

    private static void Write(Utf8JsonWriter json, EditOutcome outcome, DisplayPaths paths)
    {
        json.WriteString("file", paths.Shown(outcome.Target.File));
        json.WriteString("key", $"{outcome.Edit.Path}");
        json.WriteBoolean("written", outcome.Written);
        if (outcome.Edit.Text != outcome.Target.Text)
        {
            json.WriteString("diff", LineDiff.Of(paths.Shown(outcome.Target.File), outcome.Target.Text, outcome.Edit.Text));
        }

        if (outcome.Uncompared.Length > 0)
        {
            json.WriteString("uncompared", outcome.Uncompared);
        }

        if (outcome.Differences is { } differences)
        {
            DiffJson.Write(json, differences, paths.Shown);
        }
    }
}
