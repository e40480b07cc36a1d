using System.CommandLine;
using System.CommandLine.Parsing;
using Klotho.Cli.Reporting;

namespace Klotho.Cli.CommandLine;

/// <summary>The options that say how a command prints; <paramref name="more"/> are the formats that it has besides text and JSON.</summary>
internal sealed class PrintOptions(params IReadOnlyList<OutputFormat> more)
{
    public const string FormatOption = "--format";

    private readonly Option<OutputFormat> format = Format([OutputFormat.Text, OutputFormat.Json, .. more]);

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

    private static Option<OutputFormat> Format(IReadOnlyList<OutputFormat> formats)
    {
        var words = formats.Select(FormatWords.WordOf).ToArray();
        var option = new Option<OutputFormat>(FormatOption)
        {
            Description = $"{FormatWords.Describe(formats)}.",
            CustomParser = result => result.Tokens is [{ Value: var word }] && FormatWords.Find(word, formats) is { } found ? found : Unknown(result, formats),
            HelpName = string.Join('|', words),
        };
        option.CompletionSources.Clear();
        option.CompletionSources.Add(words);
        return option;
    }

    private static OutputFormat Unknown(ArgumentResult result, IReadOnlyList<OutputFormat> formats)
    {
        var words = formats.Select(known => $"'{FormatWords.WordOf(known)}'").ToList();
        result.AddError($"--format is {string.Join(", ", words.SkipLast(1))} or {words[^1]}, not '{string.Join(' ', result.Tokens)}'.");
        return OutputFormat.Text;
    }
}
