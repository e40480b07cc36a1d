using Klotho.Analysis.Diagnostics;

namespace Klotho.Cli.Reporting;

/// <summary>What every form of printing diagnostics agrees on.</summary>
internal static class DiagnosticOrder
{
    public static IReadOnlyList<KlothoDiagnostic> Sort(IEnumerable<KlothoDiagnostic> diagnostics) =>
        diagnostics.Distinct()
            .OrderBy(diagnostic => diagnostic.Location)
            .ThenBy(diagnostic => diagnostic.Rule.Code)
            .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal)
            .ToList();

    public static bool HasErrors(IEnumerable<KlothoDiagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error);

    /// <summary>Whether the code is Klotho's, and so has a page; the C# compiler's are passed on.</summary>
    public static bool IsOurs(DiagnosticCode code) => code.Value.StartsWith("KL", StringComparison.Ordinal);

    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary><c>2 errors, 1 warning</c>.</summary>
    public static string Count(IEnumerable<KlothoDiagnostic> diagnostics)
    {
        var bySeverity = diagnostics.ToLookup(diagnostic => diagnostic.Rule.Severity);
        string[] parts =
        [
            .. new[] { Severity.Error, Severity.Warning, Severity.Info }
                .Where(severity => bySeverity[severity].Any() || severity == Severity.Error)
                .Select(severity => Plural(bySeverity[severity].Count(), severity)),
        ];
        return string.Join(", ", parts);
    }

    private static string Plural(int count, Severity severity) =>
        count == 1 || severity == Severity.Info ? $"{count} {Word(severity)}" : $"{count} {Word(severity)}s";
}
