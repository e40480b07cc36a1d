using System.Reflection;
using System.Runtime.InteropServices;

namespace Klotho.Cli.CommandLine;

/// <summary>
/// What is printed when klotho itself fails. It holds types and method names only: messages, arguments and environment
/// may carry paths and secrets of the user's.
/// </summary>
internal static class CrashReport
{
    public static string Of(Exception bug)
    {
        var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        var frames = (bug.StackTrace ?? "").Split('\n')
            .Select(line => line.Split(" in ", 2)[0].TrimEnd())
            .Take(20);
        return $"""
            klotho failed because of a mistake of its own (exit code {ExitCode.Bug}). Your files are as they were.
            Please report these lines; they hold no names or values of yours:
              klotho {version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}
              {Chain(bug)}
            {string.Join('\n', frames)}
            """;
    }

    private static string Chain(Exception bug) =>
        bug.InnerException is { } inner ? $"{bug.GetType()} ← {Chain(inner)}" : bug.GetType().ToString();
}
