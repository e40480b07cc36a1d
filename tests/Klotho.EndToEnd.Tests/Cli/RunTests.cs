using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary><c>klotho run</c> starts a working application, says what it started, and leaves no process behind.</summary>
public sealed partial class RunTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Theory]
    [InlineData("", 1, "INT", "native")]
    [InlineData("--split", 2, "INT", "ready_to_run")]
    [InlineData("--split --chaos duplicate=100%,delay=5ms,seed=7", 2, "TERM", "native")]
    public async Task An_application_runs_until_it_is_told_to_end(string option, int processes, string signal, string kind)
    {
        BuiltTool.Use(kind);
        workspace.WithNotes();
        using var tool = BuiltTool.Start(workspace.Root, [], [.. $"run Notes {option}".Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        var printed = await ReadUntilAsync(tool, "    note-written");
        var pids = Pid().Matches(printed).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(processes, pids.Count);
        Assert.Equal(option.Contains("chaos", StringComparison.Ordinal) ? processes : 0, Regex.Count(printed, "chaos is on.*: duplicate=100%,delay=5ms,fail=0%,seed=7"));

        using var client = new HttpClient { BaseAddress = new Uri(Url().Match(printed).Groups[1].Value) };
        (await client.PutAsync(new Uri("/notes/n1", UriKind.Relative), null)).EnsureSuccessStatusCode();
        var seen = "";
        for (var attempt = 0; attempt < 300 && seen != "n1"; attempt++)
        {
            await Task.Delay(100);
            seen = await client.GetStringAsync(new Uri("/seen", UriKind.Relative));
        }

        Assert.Equal("n1", seen);
        Process.Start("kill", $"-{signal} {tool.Id}").WaitForExit();
        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(20)), "klotho run does not end");
        Assert.Equal(0, tool.ExitCode);
        Assert.All(pids, pid => Assert.False(IsRunning(pid), $"process {pid} is left"));
    }

    [Fact]
    public void An_application_that_crashes_at_its_start_is_reported()
    {
        workspace.WithNotes().With("Notes/Program.cs", "throw new System.InvalidOperationException(\"no luck\");\n");

        var result = BuiltTool.Run(workspace.Root, "run", "Notes");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no luck", result.Output, StringComparison.Ordinal);
        Assert.Contains("ended with exit code", result.Error, StringComparison.Ordinal);
    }

    /// <summary>A mistake in the code leaves the last good version serving; in a split run, the unit that an edit does not touch is not started anew.</summary>
    [Fact]
    public async Task An_edit_is_served_and_a_mistake_in_the_code_keeps_what_served_before()
    {
        workspace.WithNotes().With("Notes/Answer.cs", "public static class Answer { public static string Text => \"first\"; }\n")
            .With("Notes/Program.cs", Workspace.NotesProgram.Replace("app.Run();", "app.MapGet(\"/answer\", () => Answer.Text);\napp.Run();", StringComparison.Ordinal));
        using var tool = BuiltTool.Start(workspace.Root, [], "run", "Notes", "--split");
        var error = tool.StandardError;
        var printed = await ReadUntilAsync(tool.StandardOutput, "    note-written");
        using var client = new HttpClient { BaseAddress = new Uri(Url().Match(printed).Groups[1].Value) };
        Assert.Equal("first", await client.GetStringAsync(new Uri("/answer", UriKind.Relative)));

        workspace.With("Notes/Answer.cs", "public static class Answer { public static string Text => 1; }\n");
        Assert.Contains("Notes/Answer.cs:1:59: error CS0029", await ReadUntilAsync(error, "goes on serving"), StringComparison.Ordinal);
        Assert.Equal("first", await client.GetStringAsync(new Uri("/answer", UriKind.Relative)));

        workspace.With("Notes/Answer.cs", "public static class Answer { public static string Text => \"second\"; }\n");
        var again = await ReadUntilAsync(tool.StandardOutput, "runs again");
        Assert.Matches(@"main runs again at \S+, pid \d+", again);
        Assert.Equal("second", await client.GetStringAsync(new Uri("/answer", UriKind.Relative)));
        Assert.True(IsRunning(int.Parse(Reader().Match(printed).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), "the reader was started anew");

        var pids = Pid().Matches(printed + again).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Process.Start("kill", $"-INT {tool.Id}").WaitForExit();
        Assert.True(tool.WaitForExit(TimeSpan.FromSeconds(20)), "klotho run does not end");
        Assert.Equal(0, tool.ExitCode);
        Assert.All(pids, pid => Assert.False(IsRunning(pid), $"process {pid} is left"));
    }

    public void Dispose() => workspace.Dispose();

    private static async Task<string> ReadUntilAsync(Process tool, string expected)
    {
        var error = tool.StandardError.ReadToEndAsync();
        var text = new System.Text.StringBuilder();
        while (await tool.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(4)) is { } line)
        {
            text.AppendLine(line);
            if (line.Contains(expected, StringComparison.Ordinal))
            {
                _ = tool.StandardOutput.ReadToEndAsync();
                return text.ToString();
            }
        }

        throw new InvalidOperationException($"{text}\n{await error}");
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string expected)
    {
        var text = new System.Text.StringBuilder();
        while (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(4)) is { } line)
        {
            text.AppendLine(line);
            if (line.Contains(expected, StringComparison.Ordinal))
            {
                return text.ToString();
            }
        }

        throw new InvalidOperationException($"It ended without '{expected}':\n{text}");
    }

    private static bool IsRunning(int pid) => Directory.Exists($"/proc/{pid}");

    [GeneratedRegex(@"pid (\d+)")]
    private static partial Regex Pid();

    [GeneratedRegex(@"process reader: \S+, pid (\d+)")]
    private static partial Regex Reader();

    [GeneratedRegex(@"runs at (http://\S+)")]
    private static partial Regex Url();
}
