using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Verify;
using Klotho.Emit;

namespace Klotho.Cli.Compile;

/// <summary><c>klotho compile</c>.</summary>
internal static class CompileCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "compile", "Compile an application into a deployable program.", "klotho compile samples/SearchTheDeck --out infra", ExitCode.OfGuarding);
        var app = new AppArguments();
        var print = new PrintOptions(FormatWords.OfCi);
        var output = new Option<string?>("--out") { Description = "The output folder. 'compiled' beside the project file by default.", HelpName = "DIR" };
        var language = new Option<string?>("--language") { Description = "The language of the emitted program, before 'language' in klotho.yaml. 'csharp' by default.", HelpName = "LANGUAGE" };
        language.AcceptOnlyFromAmong([.. ProgramLanguages.All.Items.Select(printer => printer.Language)]);
        var noBuildStatic = new Option<bool>("--no-build-static") { Description = "Leave the folders of static units as they are." };
        var force = new Option<bool>("--force") { Description = "Replace generated files even if they were edited by hand." };
        var check = new Option<bool>("--check") { Description = "Write nothing, and end with 3 where the output or the lock is not what a compile would write." };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) && result.GetValue(force))
            {
                result.AddError("--check writes nothing, so there is nothing to --force. Leave out one of them.");
            }
        });
        app.AddTo(command);
        command.Add(output);
        command.Add(language);
        command.Add(noBuildStatic);
        command.Add(force);
        command.Add(check);
        print.AddTo(command);
        command.SetAction((result, cancel) => result.GetValue(check)
            ? VerifyAction.CheckAsync(app.Read(result), result.GetValue(output), result.GetValue(language), print.Read(result), cancel)
            : CompileAction.RunAsync(
                new(app.Read(result), result.GetValue(output), result.GetValue(language), BuildStatic: !result.GetValue(noBuildStatic), result.GetValue(force)), print.Read(result), cancel));
        return command;
    }
}
