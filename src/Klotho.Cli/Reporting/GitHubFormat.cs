using System.Globalization;
using System.Text;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Cli.Reporting;

/// <summary>
/// Workflow commands of GitHub Actions, which show diagnostics at the lines of a pull request.
/// Source: docs.github.com/actions/reference/workflow-commands-for-github-actions, 2026-11-22.
/// </summary>
internal sealed class GitHubFormat : IDiagnosticFormat
{
    public OutputFormat Format => OutputFormat.GitHub;

    public string Print(IEnumerable<KlothoDiagnostic> diagnostics, DisplayPaths paths)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in DiagnosticOrder.Sort(diagnostics))
        {
            var at = diagnostic.Location;
            // A span over several lines has no columns: GitHub refuses them.
            var columns = at.EndLine == at.Line ? string.Create(CultureInfo.InvariantCulture, $",col={at.Column},endColumn={at.EndColumn}") : "";
            text.Append(CultureInfo.InvariantCulture, $"::{Word(diagnostic.Rule.Severity)} file={Property(paths.Shown(at.Path))},line={at.Line},endLine={at.EndLine}{columns}")
                .Append(CultureInfo.InvariantCulture, $",title={Property($"{diagnostic.Rule.Code}: {diagnostic.Rule.Title}")}::{Data(diagnostic.Message)}\n");
        }

        return text.ToString();
    }

    private static string Word(Severity severity) => severity == Severity.Info ? "notice" : DiagnosticOrder.Word(severity);

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
