namespace Klotho.Cli.Processes;

/// <summary>The .NET command line that this machine has.</summary>
internal static class DotnetHost
{
    // Set by the SDK for what it starts, so that a tool uses the same installation.
    public static string Path { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";

    /// <summary>Messages are read by code, so they must be in one language; no greeting, and no server left behind.</summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        // The log of a load names the files that it imports.
        ["MSBUILDLOGIMPORTS"] = "1",
    };

    public static Task<ProcessOutcome> RunAsync(
        IEnumerable<string> arguments, string directory, CancellationToken cancel, Action<string>? onLine = null) =>
        CommandProcess.RunAsync(Path, arguments, directory, cancel, Variables, onLine);
}
