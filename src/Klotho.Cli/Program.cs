using Klotho.Cli;
using Klotho.Cli.CommandLine;

// Output is the same in every culture (InvariantGlobalization) and every encoding of the console.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = CommandTree.Create();
try
{
    var parsed = root.Parse(args);
    if (CommandLineMistakes.In(parsed) is { Count: > 0 } mistakes)
    {
        CommandLineMistakes.Print(mistakes, parsed);
        return ExitCode.InputHasErrors;
    }

    return await parsed.InvokeAsync(new()
    {
        EnableDefaultExceptionHandler = false,
        // Longer than children are given to end by themselves.
        ProcessTerminationTimeout = TimeSpan.FromSeconds(15),
    });
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}
catch (Exception refusal) when (refusal is UnauthorizedAccessException or IOException)
{
    // The system's own words name the file; nothing that we know would say it better.
    await Console.Error.WriteLineAsync($"klotho: {refusal.Message} Check the file's permissions and the disk, then try again.");
    return ExitCode.Environment;
}
catch (Exception bug)
{
    // The top of the process: whatever comes here is a mistake of ours, and the report names no values of the user's.
    await Console.Error.WriteLineAsync(CrashReport.Of(bug));
    return ExitCode.Bug;
}
