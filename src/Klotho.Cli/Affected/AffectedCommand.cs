using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Affected;

/// <summary><c>klotho affected</c>.</summary>
internal static class AffectedCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "affected", "Name the units whose code, configuration or contracts changed since a commit.", "klotho affected samples/SearchTheDeck --base origin/main --quiet", ExitCode.OfPlanning);
        var app = new AppArguments();
        var print = new PrintOptions();
        var since = new Option<string>("--base") { Description = "The commit to compare the working tree with.", HelpName = "REF", Required = true };
        app.AddTo(command);
        command.Add(since);
        print.AddTo(command);
        command.SetAction((result, cancel) => AffectedAction.RunAsync(app.Read(result), result.GetValue(since) ?? "", print.Read(result), cancel));
        return command;
    }
}
