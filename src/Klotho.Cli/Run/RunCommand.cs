using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Klotho.Cli.CommandLine;
using Klotho.Drivers;

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
        var chaos = new Option<ChaosSettings?>("--chaos")
        {
            Description = "Have stores, databases, topics and calls fail: duplicate=5%,delay=200ms,fail=2%,seed=7.",
            HelpName = "FAULTS",
            CustomParser = Chaos,
        };
        app.AddTo(command, withConfiguration: false);
        command.Add(split);
        command.Add(data);
        command.Add(port);
        command.Add(chaos);
        print.AddTo(command, withFormat: false);
        command.SetAction((result, cancel) => RunAction.RunAsync(
            new(app.Read(result), result.GetValue(split), result.GetValue(data), result.GetValue(port), result.GetValue(chaos)), print.Read(result), cancel));
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

    private static ChaosSettings? Chaos(ArgumentResult result)
    {
        if (ChaosSettings.Parse(result.Tokens[0].Value, out var mistake) is { } settings)
        {
            return settings;
        }

        result.AddError($"--chaos: {mistake}.");
        return null;
    }
}
