using Klotho.Cli.Reporting;

namespace Klotho.Cli.CommandLine;

/// <summary>What the command line calls the forms of output, and for whom each is.</summary>
internal static class FormatWords
{
    /// <summary>The forms of diagnostics that a CI job shows by itself.</summary>
    public static readonly IReadOnlyList<OutputFormat> OfCi = [OutputFormat.Sarif, OutputFormat.GitHub, OutputFormat.AzureDevOps];

    private static readonly IReadOnlyList<(OutputFormat Format, string Word, string Purpose)> All =
    [
        (OutputFormat.Text, "text", "for people"),
        (OutputFormat.Json, "json", "for programs (one document on standard output)"),
        (OutputFormat.Markdown, "markdown", "for a pull request"),
        (OutputFormat.Sarif, "sarif", "for code scanning"),
        (OutputFormat.GitHub, "github", "for GitHub Actions"),
        (OutputFormat.AzureDevOps, "azure", "for Azure Pipelines"),
        (OutputFormat.Mermaid, "mermaid", "for a page of Markdown"),
        (OutputFormat.Dot, "dot", "for Graphviz"),
        (OutputFormat.Svg, "svg", "for a browser"),
    ];

    public static OutputFormat? Find(string word, IReadOnlyCollection<OutputFormat> among) =>
        All.Where(known => known.Word == word && among.Contains(known.Format)).Select(known => (OutputFormat?)known.Format).FirstOrDefault();

    public static string WordOf(OutputFormat format) => All.First(known => known.Format == format).Word;

    /// <summary><c>text for people, json for programs</c>.</summary>
    public static string Describe(IEnumerable<OutputFormat> formats) =>
        string.Join(", ", formats.Select(format => All.First(known => known.Format == format)).Select(known => $"{known.Word} {known.Purpose}"));
}
