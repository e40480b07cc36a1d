using System.Diagnostics;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>
/// Runs commands where the kernel shows them another network or other disks. It must let tests make such a namespace, as it lets root; a
/// machine where it does not fails the tests.
/// </summary>
internal static class OwnNamespace
{
    /// <param name="kind">What is their own: <c>--net</c> or <c>--mount</c>.</param>
    /// <param name="directory">Where the command runs.</param>
    /// <param name="cache">Where klotho keeps what it found out.</param>
    /// <param name="command">The program and its arguments.</param>
    public static ToolResult Run(string kind, string directory, string cache, params string[] command)
    {
        // Who is not root becomes it in a namespace of users.
        string[] unshare = Environment.UserName == "root" ? ["unshare", kind] : ["unshare", "--user", "--map-root-user", kind];
        var probe = Start(directory, cache, [.. unshare, "true"]);
        Assert.True(probe.ExitCode == 0, $"This machine lets nobody make a namespace ({kind}). Run the tests as root, or with CAP_SYS_ADMIN: {probe.Error}");
        return Start(directory, cache, [.. unshare, .. command]);
    }

    public static ToolResult Start(string directory, string cache, params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[BuiltTool.CacheVariable] = cache;
        start.Environment["DOTNET_ROOT"] = BuiltTool.DotnetFolder;
        // No server outside of the namespace takes part.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"{string.Join(' ', command)} does not end");
        return new ToolResult(process.ExitCode, output.Result, error.Result);
    }
}
