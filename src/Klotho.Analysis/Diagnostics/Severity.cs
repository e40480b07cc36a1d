namespace Klotho.Analysis.Diagnostics;

/// <summary>How much a diagnostic matters: an error stops the compile, the rest does not.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
