namespace Klotho.EntityFramework;

/// <summary>How a process ends that was started to migrate. Before anything else of the application has started.</summary>
/// <param name="End">Ends the process with an exit code.</param>
internal sealed record MigrationRun(Action<int> End);
