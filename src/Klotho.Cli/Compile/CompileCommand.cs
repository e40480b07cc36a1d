using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Compile;

/// <summary><c>klotho compile</c>.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "compile", "Compile an application into a deployable program.", "klotho compile samples/SearchTheDeck --out infra");
        var app = new AppArguments();
        var print = new PrintOptions(FormatWords.OfCi);
        var output = new Option<string?>("--out") { Description = "The output folder. 'compiled' beside the project file by default.", HelpName = "DIR" };
        var noBuildStatic = new Option<bool>("--no-build-static") { Description = "Leave the folders of static units as they are." };
        var force = new Option<bool>("--force") { Description = "Replace generated files even if they were edited by hand." };
        app.AddTo(command);
        command.Add(output);
        command.Add(noBuildStatic);
        command.Add(force);
        print.AddTo(command);
        command.SetAction((result, cancel) => CompileAction.RunAsync(
            new(app.Read(result), result.GetValue(output), BuildStatic: !result.GetValue(noBuildStatic), result.GetValue(force)), print.Read(result), cancel));
        return command;
    }
}
