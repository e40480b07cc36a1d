using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Verify;

/// <summary><c>klotho verify</c> prints the comparison as its result; <c>klotho compile --check</c> reports each file that differs as a mistake, in every form that compile has.</summary>
internal static class VerifyAction
{
    public static async Task<int> RunAsync(AppSelection selection, string? output, string? language, Terminal terminal, CancellationToken cancel)
    {
        var compared = await ComparedOutput.OfAsync(selection, output, language, terminal, cancel);
        Print(terminal, compared);
        return compared.Found is { IsSame: false } ? ExitCode.Differs : FrontEnd.ExitCodeOf(compared.Diagnostics);
    }

    public static async Task<int> CheckAsync(AppSelection selection, string? output, string? language, Terminal terminal, CancellationToken cancel)
    {
        var compared = await ComparedOutput.OfAsync(selection, output, language, terminal, cancel);
        var reported = compared with { Diagnostics = [.. compared.Diagnostics, .. StaleFiles.Of(compared)] };
        Print(terminal, reported);
        return FrontEnd.ExitCodeOf(reported.Diagnostics);
    }

    private static void Print(Terminal terminal, ComparedOutput compared)
    {
        var paths = Terminal.Paths(compared.Root);
        terminal.Report(compared.Diagnostics, compared.Root);
        if (terminal.Format == OutputFormat.Json)
        {
            Terminal.WriteJson(json =>
            {
                DiagnosticsJson.Write(json, compared.Diagnostics, paths);
                if (compared.Found is { } found)
                {
                    VerifyPrinter.Json(json, found, paths);
                }
            });
        }
        else if (compared.Found is { } found && terminal.Summarises)
        {
            VerifyPrinter.Text(found, paths);
        }
    }
}
