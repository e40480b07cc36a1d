using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Doctor;

/// <summary><c>klotho doctor</c>: is everything there that compiling and deploying take?</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("doctor", "Look for the programs that compiling, running and deploying take, and say what mends what is missing.", "klotho doctor --deploy", ExitCode.OfReading);
        var deploy = new Option<bool>("--deploy") { Description = "Fail also where something is missing that only deploying takes." };
        var print = new PrintOptions();
        command.Add(deploy);
        print.AddTo(command);
        command.SetAction((result, cancel) => DoctorAction.RunAsync(result.GetValue(deploy), print.Read(result), cancel));
        return command;
    }
}
