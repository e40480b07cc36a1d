using System.CommandLine;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Accept;

/// <summary><c>klotho accept</c>.</summary>
internal static class AcceptCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "accept", "Accept changes that compile refuses, and write the reason into the lock.",
            "klotho accept rename:kv:slides:pages --reason \"a slide is a page now\" --path samples/SearchTheDeck", ExitCode.OfPlanning);
        var app = new AppArguments();
        var print = new PrintOptions();
        var changes = new Argument<string[]>("change") { Description = "The ids of changes, as compile and diff print them.", Arity = ArgumentArity.OneOrMore };
        var reason = new Option<string>("--reason")
        {
            Description = "Why the change is meant, for who asks later.",
            HelpName = "TEXT",
            Required = true,
        };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--reason is a text that says why the change is meant, not an empty one.");
            }
        });
        command.Add(changes);
        command.Add(reason);
        app.AddAsOptionsTo(command);
        print.AddTo(command, withFormat: false);
        command.SetAction((result, cancel) => AcceptAction.RunAsync(
            app.Read(result), result.GetValue(changes) ?? [], (result.GetValue(reason) ?? "").Trim(), print.Read(result), cancel));
        return command;
    }
}
