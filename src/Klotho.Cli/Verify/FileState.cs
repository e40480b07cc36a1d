namespace Klotho.Cli.Verify;

/// <summary>How a file of an output folder differs from what a compile would write.</summary>
internal enum FileState
{
    /// <summary>It is as klotho wrote it, and would now be written otherwise, or not at all.</summary>
    Stale,

    /// <summary>It would be written, and is not there.</summary>
    Missing,

    /// <summary>It is not as klotho wrote it.</summary>
    Edited,

    /// <summary>klotho neither wrote it nor would.</summary>
    Foreign,
}
