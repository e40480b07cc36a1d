using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>A page of docs/diagnostics for a code of the tool: files and a command, once wrong and once right.</summary>
internal sealed partial record DiagnosticPage(string Code, string Wrong, string Right)
{
    public static IEnumerable<string> Codes =>
        Directory.EnumerateFiles(Folder, "KL0*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(BuiltTool.Repository, "docs", "diagnostics");

    public static DiagnosticPage Read(string code)
    {
        var parts = File.ReadAllText(Path.Combine(Folder, code + ".md")).Split("\n## Wrong\n", 2)[1].Split("\n## Right\n", 2);
        return new(code, parts[0], parts[1]);
    }

    /// <summary>Writes an example's files and runs its command, with the built tool for <c>klotho</c>.</summary>
    public static ToolResult Play(string example)
    {
        using var workspace = new Workspace();
        var command = "";
        foreach (Match fence in Fence().Matches(example))
        {
            if (fence.Groups["file"].Success)
            {
                workspace.With(fence.Groups["file"].Value, fence.Groups["text"].Value);
            }
            else
            {
                command = fence.Groups["text"].Value.TrimStart('$', ' ').TrimEnd();
            }
        }

        var start = new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", Command().Replace(command, $"'{BuiltTool.ToolPath}' ")])
        {
            WorkingDirectory = workspace.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[BuiltTool.CacheVariable] = BuiltTool.Cache;
        using var process = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }

    [GeneratedRegex(@"\bklotho (?=check|compile|diff|accept|init)")]
    private static partial Regex Command();

    [GeneratedRegex(@"^```\w+(?: file=(?<file>\S+))?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
