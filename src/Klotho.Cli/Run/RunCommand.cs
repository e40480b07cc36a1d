using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Klotho.Cli.CommandLine;

namespace Klotho.Cli.Run;

/// <summary><c>klotho run</c>.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand("run", "Run an application on this machine, with no cloud, and follow its edits.", "klotho run samples/SearchTheDeck --split --port 5000", ExitCode.OfReading);
        var app = new AppArguments();
        var print = new PrintOptions();
        var split = new Option<bool>("--split") { Description = "Start one process per unit, as in the cloud." };
        var data = new Option<string?>("--data") { Description = "Keep stores and messages in this directory. Without it they are gone at the end.", HelpName = "DIR" };
        var port = new Option<int?>("--port")
        {
            Description = "The application's port on 127.0.0.1. A free one by default.",
            HelpName = "N",
            CustomParser = Port,
        };
        app.AddTo(command, withConfiguration: false);
        command.Add(split);
        command.Add(data);
        command.Add(port);
        print.AddTo(command, withFormat: false);
        command.SetAction((result, cancel) => RunAction.RunAsync(
            new(app.Read(result), result.GetValue(split), result.GetValue(data), result.GetValue(port)), print.Read(result), cancel));
        return command;
    }

    private static int? Port(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535)
        {
            return port;
        }

        result.AddError($"--port is a number between 1 and 65535, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
