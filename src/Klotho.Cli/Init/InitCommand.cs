using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Init;

/// <summary><c>klotho init</c>.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "init", "Propose what makes an ASP.NET Core application a Klotho application: a package, two lines, annotations and a klotho.yaml.", "klotho init src/Shop --yes", ExitCode.OfReading);
        var app = new AppArguments();
        var print = new PrintOptions();
        var yes = new Option<bool>("--yes") { Description = "Write what is proposed. A terminal asks; without one nothing is written." };
        app.AddTo(command, withConfiguration: false);
        command.Add(yes);
        print.AddTo(command);
        command.SetAction((result, cancel) => InitAction.RunAsync(app.Read(result), result.GetValue(yes), print.Read(result), cancel));
        return command;
    }
}
