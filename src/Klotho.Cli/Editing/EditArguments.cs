using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Editing;

/// <summary>The arguments and options that <c>klotho set</c> and <c>klotho unset</c> share.</summary>
internal static class EditArguments
{
    public static Command AddTo(Command command, Argument<string>? value)
    {
        var key = new Argument<string>("key") { Description = "Names with dots between them, such as execution_units.ocr.type or requirements.latency.p99." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would change, and write nothing." };
        var force = new Option<bool>("--force") { Description = "Write even what the planner refuses." };
        var app = new AppArguments();
        var print = new PrintOptions();
        command.Add(key);
        if (value is not null)
        {
            command.Add(value);
        }

        app.AddTo(command);
        command.Add(dryRun);
        command.Add(force);
        print.AddTo(command);
        command.SetAction((result, cancel) => EditAction.RunAsync(
            new(app.Read(result), result.GetValue(key) ?? "", value is null ? null : result.GetValue(value), result.GetValue(dryRun), result.GetValue(force)),
            print.Read(result),
            cancel));
        return command;
    }
}
