using Klotho.Analysis.Diagnostics;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Reporting;
using Klotho.Cli.Writing;
using Klotho.Planning.Differences;
using Klotho.Planning.Keys;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Accept;

/// <summary>Plan, look the changes up among those that need it, write them into the lock, say what follows.</summary>
internal static class AcceptAction
{
    public static async Task<int> RunAsync(AppSelection selection, IReadOnlyList<string> changes, string reason, Terminal terminal, CancellationToken cancel)
    {
        var app = await FrontEnd.PlanAsync(selection, terminal, cancel);
        terminal.Report(app.Diagnostics, app.Root);
        if (app is not { Succession: { } succession, Lock: { Reading.Lock: { } before } locked } || DiagnosticOrder.HasErrors(app.Diagnostics))
        {
            return FrontEnd.ExitCodeOf(app.Diagnostics);
        }

        var unknown = changes.Where(change => !succession.Acceptable.Items.Contains(new(change))).ToList();
        unknown.ForEach(change => Console.Error.WriteLine($"klotho: {Unknown(change, succession)}"));
        if (unknown.Count > 0)
        {
            return ExitCode.InputHasErrors;
        }

        var accepted = LockAcceptance.Of(before, changes.Select(change => new ChangeId(change)).ToHashSet(), reason);
        if (Write(locked, LockWriter.Print(accepted)) is { } problem)
        {
            terminal.Report([problem], app.Root);
            return FrontEnd.ExitCodeOf([problem]);
        }

        if (terminal.Summarises)
        {
            Console.Out.WriteLine($"Accepted in {Terminal.Paths(app.Root).Shown(locked.File)}: {string.Join(", ", changes)}. 'klotho compile' makes the change.");
        }

        return ExitCode.Done;
    }

    private static KlothoDiagnostic? Write(LockSource locked, string text)
    {
        var (file, problem) = LockFile.Take(locked.File, locked.Text, text);
        using (file)
        {
            return problem ?? file?.Write(text);
        }
    }

    private static string Unknown(string change, Succession succession) =>
        succession.Differences.Changes.Items.Any(known => known.Id.Value == change)
            ? $"'{change}' needs nobody to accept it: it loses and breaks nothing."
            : $"'{change}' is no change of this application. {Spelling.Hint(change, succession.Acceptable.Items.Select(known => known.Value).ToList(), "Nothing is refused: 'klotho diff' shows what changes.")}";
}
