using System.CommandLine;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.CommandLine;

/// <summary>The options that say how a command prints; <paramref name="markdown"/> for one that also prints that.</summary>
internal sealed class PrintOptions(bool markdown = false)
{
    private readonly Option<OutputFormat> format = new("--format")
    {
        Description = "text for people, json for programs (one document on standard output)" + (markdown ? ", markdown for a pull request." : "."),
        CustomParser = result => result.Tokens switch
        {
            [{ Value: "text" }] => OutputFormat.Text,
            [{ Value: "json" }] => OutputFormat.Json,
            [{ Value: "markdown" }] when markdown => OutputFormat.Markdown,
            _ => Unknown(result, markdown),
        },
        HelpName = markdown ? "text|json|markdown" : "text|json",
    };

    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print diagnostics only." };

    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Print what each step does and how long it takes." };

    public void AddTo(Command command, bool withFormat = true)
    {
        if (withFormat)
        {
            command.Add(format);
        }

        command.Add(quiet);
        command.Add(verbose);
    }

    public Terminal Read(ParseResult result) =>
        new(result.GetValue(format), result.GetValue(quiet) ? Verbosity.Quiet : result.GetValue(verbose) ? Verbosity.Verbose : Verbosity.Normal);

    private static OutputFormat Unknown(System.CommandLine.Parsing.ArgumentResult result, bool markdown)
    {
        result.AddError($"--format is {(markdown ? "'text', 'json' or 'markdown'" : "'text' or 'json'")}, not '{string.Join(' ', result.Tokens)}'.");
        return OutputFormat.Text;
    }
}
