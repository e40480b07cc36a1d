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

    /// <summary>Of a command that prints what it knows by itself: all else is a mistake on its command line.</summary>
    public static readonly IReadOnlyList<int> OfPrinting = [Done, InputHasErrors];

    /// <summary>Of a command that reads code or asks the machine.</summary>
    public static readonly IReadOnlyList<int> OfReading = [Done, InputHasErrors, Environment];

    /// <summary>Of a command that plans.</summary>
    public static readonly IReadOnlyList<int> OfPlanning = [Done, InputHasErrors, NoPlan, Environment];

    /// <summary>Of a command that also says what differs or would be lost.</summary>
    public static readonly IReadOnlyList<int> OfGuarding = [Done, InputHasErrors, NoPlan, Differs, Environment];
}
