namespace Klotho.Cli.Processes;

/// <summary>How a process ended and what it printed, standard output and standard error in the order of arrival.</summary>
internal sealed record ProcessOutcome(int ExitCode, IReadOnlyList<string> Lines);
