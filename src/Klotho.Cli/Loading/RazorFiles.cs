using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Cli.Loading;

/// <summary>
/// Razor's pages, views and components. What they serve and call stands in code that a source generator writes, and C# that only maps and returns
/// them compiles without that code: it has to be asked for.
/// </summary>
internal static class RazorFiles
{
    private static readonly string[] Endings = [".cshtml", ".razor"];

    public static bool Any(CSharpCommandLineArguments arguments) =>
        arguments.AdditionalFiles.Any(file => Endings.Any(ending => file.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
}
