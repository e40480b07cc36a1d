using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Diff;

/// <summary><c>klotho diff</c>.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "diff", "Show what changes since the last compile, or since a commit, and what that would lose or break.", "klotho diff samples/SearchTheDeck --base origin/main --format markdown", ExitCode.OfGuarding);
        var app = new AppArguments();
        var print = new PrintOptions(OutputFormat.Markdown);
        var since = new Option<string?>("--base") { Description = "Compare with the lock of that commit. The lock in the working tree by default.", HelpName = "REF" };
        app.AddTo(command);
        command.Add(since);
        print.AddTo(command);
        command.SetAction((result, cancel) => DiffAction.RunAsync(app.Read(result), result.GetValue(since), print.Read(result), cancel));
        return command;
    }
}
