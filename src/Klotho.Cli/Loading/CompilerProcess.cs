using Klotho.Cli.Processes;

namespace Klotho.Cli.Loading;

/// <summary>The SDK's own C# compiler, in a process beside this one.</summary>
/// <param name="IsShared">Whether the work is handed to the server that builds use too: it stays, and is several times as fast from its second call on.</param>
internal sealed record CompilerProcess(bool IsShared)
{
    /// <summary>For a process that does its work once: nothing stays behind.</summary>
    public static CompilerProcess Own { get; } = new(false);

    /// <summary>For a process that stays.</summary>
    public static CompilerProcess Shared { get; } = new(true);

    /// <param name="project">Whose SDK's compiler, and where it runs.</param>
    /// <param name="responseFile">The file with its arguments.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<ProcessOutcome> RunAsync(ProjectFacts project, string responseFile, CancellationToken cancel)
    {
        string[] shared = IsShared ? ["/shared"] : [];
        return DotnetHost.RunAsync([Path.Combine(project.RoslynDirectory, "bincore", "csc.dll"), .. shared, "/noconfig", $"@{responseFile}"], project.Directory, cancel);
    }
}
