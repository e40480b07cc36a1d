using System.Globalization;
using System.Text;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;

namespace Klotho.Cli.Reporting;

/// <summary>Prints diagnostics as a compiler does: place, code, message, the line with carets under the span, where to read more.</summary>
/// <param name="paths">How paths are shown and found.</param>
/// <param name="readLines">The lines of a file, or none where it cannot be read.</param>
/// <param name="colour">Whether to colour.</param>
internal sealed class DiagnosticPrinter(DisplayPaths paths, Func<string, IReadOnlyList<string>> readLines, bool colour)
{
    private const string Bold = "\e[1m";
    private const string Dim = "\e[2m";
    private const string Reset = "\e[0m";

    /// <summary>The text of all of them, in order of place, with a closing count; nothing where there are none.</summary>
    public string Print(IEnumerable<KlothoDiagnostic> diagnostics)
    {
        var sorted = DiagnosticOrder.Sort(diagnostics);
        var text = new StringBuilder();
        foreach (var diagnostic in sorted)
        {
            Append(text, diagnostic);
        }

        if (sorted.Count > 0)
        {
            text.Append(DiagnosticOrder.Count(sorted)).Append('\n');
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, KlothoDiagnostic diagnostic)
    {
        var severity = DiagnosticOrder.Word(diagnostic.Rule.Severity);
        text.Append(Paint(Bold, Place(diagnostic.Location))).Append(": ")
            .Append(Paint(Colour(diagnostic.Rule.Severity), $"{severity} {diagnostic.Rule.Code}")).Append(": ")
            .Append(diagnostic.Message).Append('\n');
        AppendSource(text, diagnostic.Location, diagnostic.Rule.Severity);
        foreach (var other in diagnostic.Locations.Items.Skip(1))
        {
            text.Append("  ").Append(Paint(Bold, Place(other))).Append(": conflicts with this\n");
            AppendSource(text, other, diagnostic.Rule.Severity);
        }

        if (DiagnosticOrder.IsOurs(diagnostic.Rule.Code))
        {
            text.Append(Paint(Dim, $"  see {diagnostic.Rule.DocsPage}")).Append('\n');
        }
    }

    /// <summary>The source line and, under the span as far as it is in this line, carets. Tabs are kept, so that columns match.</summary>
    private void AppendSource(StringBuilder text, SourceLocation location, Severity severity)
    {
        var lines = readLines(paths.Full(location.Path));
        var isWholeFile = location is { Line: 1, Column: 1, EndLine: 1, EndColumn: 1 };
        if (isWholeFile || location.Line > lines.Count)
        {
            return;
        }

        var line = lines[location.Line - 1];
        var number = location.Line.ToString(CultureInfo.InvariantCulture);
        var start = Math.Clamp(location.Column - 1, 0, line.Length);
        var end = location.EndLine > location.Line ? line.TrimEnd().Length : Math.Min(location.EndColumn - 1, line.Length);
        var padding = string.Concat(line[..start].Select(character => character == '\t' ? '\t' : ' '));
        text.Append(Paint(Dim, $"  {number} | ")).Append(line).Append('\n')
            .Append(Paint(Dim, $"  {new string(' ', number.Length)} | ")).Append(padding)
            .Append(Paint(Colour(severity), new string('^', Math.Max(end - start, 1)))).Append('\n');
    }

    private string Place(SourceLocation location) =>
        string.Create(CultureInfo.InvariantCulture, $"{paths.Shown(location.Path)}:{location.Line}:{location.Column}");

    private string Paint(string style, string text) => colour ? style + text + Reset : text;

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "\e[1;31m",
        Severity.Warning => "\e[1;33m",
        _ => "\e[1;36m",
    };
}
