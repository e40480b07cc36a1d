using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Graphs;

/// <summary><c>klotho graph</c>.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "graph", "Show what an application needs and who touches what, without planning how it is hosted.", "klotho graph samples/SearchTheDeck --format svg > graph.svg", ExitCode.OfReading);
        var app = new AppArguments();
        var print = new PrintOptions(OutputFormat.Mermaid, OutputFormat.Dot, OutputFormat.Svg);
        app.AddTo(command);
        print.AddTo(command);
        command.SetAction((result, cancel) => GraphAction.RunAsync(app.Read(result), print.Read(result), cancel));
        return command;
    }
}
