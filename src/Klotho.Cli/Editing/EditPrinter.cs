using System.Text.Json;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Planning.Editing;
using Klotho.Planning.Quantities;

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
            Summarise(outcome, paths.Shown(outcome.Target.File));
        }

        return outcome.Edit.Mistake.Length > 0 ? ExitCode.InputHasErrors
            : outcome.Written ? ExitCode.Done
            : FrontEnd.ExitCodeOf(outcome.Diagnostics);
    }

    private static void Summarise(EditOutcome outcome, string file)
    {
        if (outcome.Edit.Text == outcome.Target.Text)
        {
            Console.Out.WriteLine(DiagnosticOrder.HasErrors(outcome.Diagnostics) ? $"{file} is as it was." : $"{file} says so already.");
            return;
        }

        Console.Out.WriteLine(LineDiff.Of(file, outcome.Target.Text, outcome.Edit.Text));
        foreach (var line in Changes(outcome))
        {
            Console.Out.WriteLine(line);
        }

        Console.Out.WriteLine(outcome.Written ? $"{file} is written." : $"{file} is as it was.");
    }

    private static IEnumerable<string> Changes(EditOutcome outcome)
    {
        if (outcome.Uncompared.Length > 0)
        {
            return [outcome.Uncompared];
        }

        if (outcome is not { Before: { } before, After: { } after })
        {
            return outcome.Edit.IsAllowed && !outcome.Written ? ["The planner refuses it; --force writes it all the same."] : [];
        }

        return outcome.Effects.Count == 0
            ? ["The plan stays as it is."]
            : [.. outcome.Effects.Items.Select(Line), Line(new("in total", "", "", before.Cost.Expected, after.Cost.Expected))];
    }

    private static string Line(EditEffect effect)
    {
        string[] parts =
        [
            effect.Before == effect.After ? "" : $"{Or(effect.Before, "nothing")} → {Or(effect.After, "nothing")}",
            Cost(effect.CostBefore, effect.CostAfter),
        ];
        return $"{effect.Subject}: {string.Join(", ", parts.Where(part => part.Length > 0))}";
    }

    private static string Cost(Money before, Money after) =>
        before == after ? $"{after}" : $"{before} → {after}";

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;

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

        json.WriteStartArray("changes");
        foreach (var effect in outcome.Effects)
        {
            json.WriteStartObject();
            json.WriteString("subject", effect.Subject);
            json.WriteString("before", effect.Before);
            json.WriteString("after", effect.After);
            json.WriteNumber("monthlyBefore", effect.CostBefore.Usd);
            json.WriteNumber("monthlyAfter", effect.CostAfter.Usd);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (outcome is { Before: { } before, After: { } after })
        {
            json.WriteNumber("monthlyBefore", before.Cost.Expected.Usd);
            json.WriteNumber("monthlyAfter", after.Cost.Expected.Usd);
        }
    }
}
