using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Completions;

/// <summary><c>klotho completions</c>: the script with which a shell completes klotho's command lines.</summary>
internal static class CompletionsCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("completions", "Print the script that makes a shell complete klotho's commands and options.", "klotho completions bash >> ~/.bashrc", ExitCode.OfPrinting);
        var shell = new Argument<string>("shell") { Description = $"{string.Join(", ", ShellScripts.Names)}." };
        shell.AcceptOnlyFromAmong([.. ShellScripts.Names]);
        command.Add(shell);
        command.SetAction(result =>
        {
            Console.Out.Write(ShellScripts.Of(result.GetRequiredValue(shell)));
            return ExitCode.Done;
        });
        return command;
    }
}
