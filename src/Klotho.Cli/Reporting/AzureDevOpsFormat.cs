using System.Globalization;
using System.Text;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Cli.Reporting;

/// <summary>
/// Logging commands of Azure Pipelines, which list diagnostics with the run.
/// Source: learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands, 2026-11-22.
/// </summary>
internal sealed class AzureDevOpsFormat : IDiagnosticFormat
{
    public OutputFormat Format => OutputFormat.AzureDevOps;

    public string Print(IEnumerable<KlothoDiagnostic> diagnostics, DisplayPaths paths)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in DiagnosticOrder.Sort(diagnostics))
        {
            var (at, severity) = (diagnostic.Location, diagnostic.Rule.Severity);
            // There are errors and warnings only; what is neither is a plain line of the log.
            text.Append(severity == Severity.Info
                ? $"{paths.Shown(at.Path)}({at.Line}): {diagnostic.Rule.Code}: {Data(diagnostic.Message)}\n"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"##vso[task.logissue type={DiagnosticOrder.Word(severity)};sourcepath={Property(paths.Shown(at.Path))};linenumber={at.Line};columnnumber={at.Column};code={diagnostic.Rule.Code}]{Data(diagnostic.Message)}\n"));
        }

        return text.ToString();
    }

    private static string Data(string text) =>
        text.Replace("%", "%AZP25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
}
