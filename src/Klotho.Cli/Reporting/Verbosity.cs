namespace Klotho.Cli.Reporting;

/// <summary>How much is printed.</summary>
internal enum Verbosity
{
    /// <summary>Only diagnostics.</summary>
    Quiet,

    /// <summary>Diagnostics and a summary.</summary>
    Normal,

    /// <summary>Also what each step does and how long it takes.</summary>
    Verbose,
}
