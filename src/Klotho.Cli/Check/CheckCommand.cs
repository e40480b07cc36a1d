using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Check;

/// <summary><c>klotho check</c>: analyze and plan, write nothing.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("check", "Report what is wrong with an application, without writing anything.", "klotho check samples/SearchTheDeck --format json", ExitCode.OfGuarding);
        var app = new AppArguments();
        var print = new PrintOptions(FormatWords.OfCi);
        app.AddTo(command);
        print.AddTo(command);
        command.SetAction((result, cancel) => RunAsync(app.Read(result), print.Read(result), cancel));
        return command;
    }

    private static async Task<int> RunAsync(AppSelection selection, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        var diagnostics = app.AllDiagnostics;
        terminal.Report(diagnostics, app.Root);
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json => DiagnosticsJson.Write(json, diagnostics, Terminal.Paths(app.Root)));
        }
        else if (terminal.Summarises && !DiagnosticOrder.HasErrors(diagnostics) && app is { Analysis: { } analysis, Plan.Plan: { } plan })
        {
            Console.Out.WriteLine($"{plan.Graph.App}: {analysis.Graph.Nodes.Count} nodes, {plan.Decisions.Count} of them hosted, no errors");
        }

        return FrontEnd.ExitCodeOf(diagnostics);
    }
}
