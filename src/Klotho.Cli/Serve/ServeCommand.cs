using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Serve;

/// <summary><c>klotho serve</c>: stays, and answers editors and agents.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "serve", "Answer an editor or an agent over standard input and output, with an application kept in memory.", "klotho serve samples/SearchTheDeck", ExitCode.OfReading);
        var app = new AppArguments();
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Print what each step does and how long it takes, on standard error." };
        app.AddTo(command);
        command.Add(verbose);
        command.SetAction((result, cancel) => RunAsync(app.Read(result), result.GetValue(verbose), cancel));
        return command;
    }

    private static async Task<int> RunAsync(AppSelection selection, bool verbose, CancellationToken cancel)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();

        // Messages have standard output for themselves.
        var terminal = new Terminal(OutputFormat.Json, verbose ? Verbosity.Verbose : Verbosity.Quiet);
        return await new ServeSession(new(input, output), new(selection, terminal)).RunAsync(cancel);
    }
}
