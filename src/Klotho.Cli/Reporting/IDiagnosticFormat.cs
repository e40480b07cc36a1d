using Klotho.Analysis.Diagnostics;

namespace Klotho.Cli.Reporting;

/// <summary>A form in which a program other than a terminal takes diagnostics, on standard output.</summary>
internal interface IDiagnosticFormat
{
    OutputFormat Format { get; }

    /// <summary>All of it, with a line end; sorted by place.</summary>
    string Print(IEnumerable<KlothoDiagnostic> diagnostics, DisplayPaths paths);
}
