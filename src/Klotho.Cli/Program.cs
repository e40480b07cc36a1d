using System.CommandLine;
using System.CommandLine.Help;
using Klotho.Cli.Accept;
using Klotho.Cli.Affected;
using Klotho.Cli.Check;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Compile;
using Klotho.Cli.Completions;
using Klotho.Cli.Config;
using Klotho.Cli.Diff;
using Klotho.Cli.Doctor;
using Klotho.Cli.Editing;
using Klotho.Cli.Explain;
using Klotho.Cli.Graphs;
using Klotho.Cli.Plans;
using Klotho.Cli.Run;
using Klotho.Cli.Schema;
using Klotho.Cli.Verify;

// Output is the same in every culture (InvariantGlobalization) and every encoding of the console.
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("Compiles an ASP.NET Core application with capability attributes into a cloud system.")
{
    CompileCommand.Create(),
    VerifyCommand.Create(),
    RunCommand.Create(),
    CheckCommand.Create(),
    PlanCommand.Create(),
    ExplainCommand.Create(),
    GraphCommand.Create(),
    ConfigCommand.Create(),
    GetCommand.Create(),
    SetCommand.Create(),
    UnsetCommand.Create(),
    SchemaCommand.Create(),
    DiffCommand.Create(),
    AffectedCommand.Create(),
    AcceptCommand.Create(),
    DoctorCommand.Create(),
    CompletionsCommand.Create(),
};
foreach (var option in root.Options.OfType<HelpOption>())
{
    option.Action = option.Action is HelpAction help ? new HelpWithExample(help) : option.Action;
}

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
