using System.CommandLine;
using Klotho.Cli.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.Explain;

/// <summary><c>klotho explain</c>.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var command = new KlothoCommand(
            "explain", "Say why a node, an edge, a permission or a resource is as it is, what was rejected, and what would change it.", "klotho explain exec_unit:ocr samples/SearchTheDeck", ExitCode.OfPlanning);
        var name = new Argument<string>("name")
        {
            Description = "A node (kv:slides, or slides), an edge ('ocr->images'), a permission (ocr:s3:GetObject), a resource of the emitted program (ocr-role), or plan.",
        };
        var app = new AppArguments();
        var print = new PrintOptions(OutputFormat.Markdown);
        command.Add(name);
        app.AddTo(command);
        print.AddTo(command);
        command.SetAction((result, cancel) => ExplainAction.RunAsync(result.GetValue(name) ?? "", app.Read(result), print.Read(result), cancel));
        return command;
    }
}
