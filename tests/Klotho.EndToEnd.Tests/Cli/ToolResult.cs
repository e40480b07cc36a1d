namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>How a run of the tool ended and what it printed.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error)
{
    public string Everything => $"exit code {ExitCode}\n{Output}\n{Error}";
}
