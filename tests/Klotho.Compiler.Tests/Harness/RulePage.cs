using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>The page of a rule of analysis with its examples.</summary>
internal static partial class RulePage
{
    /// <summary>The example of a section. Where a section has two, the first is a project that the second references.</summary>
    public static Compilation Compile(string code, string section)
    {
        var text = Repository.Read($"docs/diagnostics/{code}.md");
        var part = text[text.IndexOf($"## {section}\n", StringComparison.Ordinal)..];
        var examples = Example().Matches(section == "Wrong" ? part[..part.IndexOf("## Right", StringComparison.Ordinal)] : part)
            .Select(match => match.Groups["code"].Value)
            .ToList();
        var projects = examples.SkipLast(1).Select(example => App.Library("Shared", example)).ToArray();
        return App.Compile([("Program.cs", examples[^1])], projects);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
