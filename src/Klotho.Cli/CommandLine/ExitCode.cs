namespace Klotho.Cli.CommandLine;

/// <summary>What the process returns; documented in docs/cli.md.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The user's code, configuration or command line has errors.</summary>
    public const int InputHasErrors = 1;

    /// <summary>Every line is right, and no plan obeys all of them.</summary>
    public const int NoPlan = 2;

    /// <summary>The change would lose data or break what is deployed, and nobody has accepted that; or the output is not what a compile would write.</summary>
    public const int Differs = 3;

    /// <summary>Something on the machine is missing or full.</summary>
    public const int Environment = 4;

    /// <summary>A mistake of ours.</summary>
    public const int Bug = 70;

    /// <summary>Ended by Ctrl-C, as shells have it.</summary>
    public const int Interrupted = 130;
}
