using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Plans;

/// <summary><c>klotho plan</c>.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("plan", "Show what is hosted how, why, and for how much; write nothing.", "klotho plan samples/SearchTheDeck --env prod", ExitCode.OfPlanning);
        var app = new AppArguments();
        var print = new PrintOptions(OutputFormat.Markdown);
        app.AddTo(command);
        print.AddTo(command);
        command.SetAction((result, cancel) => PlanAction.RunAsync(app.Read(result), print.Read(result), cancel));
        return command;
    }
}
