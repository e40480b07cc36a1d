using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Editing;

/// <summary><c>klotho get</c>.</summary>
internal static class GetCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("get", "Print the value in effect of a key, or of all keys below it, and where it comes from.", "klotho get execution_units.ocr.type samples/SearchTheDeck", ExitCode.OfPlanning);
        var key = new Argument<string>("key") { Description = "Names with dots between them, such as execution_units.ocr.type or requirements." };
        var app = new AppArguments();
        var print = new PrintOptions();
        command.Add(key);
        app.AddTo(command);
        print.AddTo(command);
        command.SetAction((result, cancel) => GetAction.RunAsync(result.GetValue(key) ?? "", app.Read(result), print.Read(result), cancel));
        return command;
    }
}
