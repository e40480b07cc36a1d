using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Emit;

namespace Klotho.Cli.Verify;

/// <summary><c>klotho verify</c>.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "verify", "Compile again without writing, and compare with the output folder.", "klotho verify samples/SearchTheDeck --format json", ExitCode.OfGuarding);
        var app = new AppArguments();
        var print = new PrintOptions();
        var output = new Option<string?>("--out") { Description = "The output folder. 'compiled' beside the project file by default.", HelpName = "DIR" };
        var language = new Option<string?>("--language") { Description = "The language of the emitted program, before 'language' in klotho.yaml. 'csharp' by default.", HelpName = "LANGUAGE" };
        language.AcceptOnlyFromAmong([.. ProgramLanguages.All.Items.Select(printer => printer.Language)]);
        app.AddTo(command);
        command.Add(output);
        command.Add(language);
        print.AddTo(command);
        command.SetAction((result, cancel) => VerifyAction.RunAsync(app.Read(result), result.GetValue(output), result.GetValue(language), print.Read(result), cancel));
        return command;
    }
}
