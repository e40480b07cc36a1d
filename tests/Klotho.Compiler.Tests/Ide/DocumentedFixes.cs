using System.Text;
using Klotho.Analysis;
using Klotho.Analysis.Fixes;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Ide;

/// <summary>Each page shows what an editor underlines in its wrong example, and what it offers there.</summary>
public sealed class DocumentedFixes
{
    public static TheoryData<string> Codes => [.. AnalysisRules.All.Items.Select(rule => rule.Code.Value)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task The_page_draws_what_is_underlined_and_says_what_is_offered(string code)
    {
        var open = CodeFixRun.Of(Assert.IsType<CSharpCompilation>(RulePage.Compile(code, "Wrong")));
        var shown = (await open.DiagnosticsAsync()).Where(found => found.Id == code).ToList();
        var offered = await open.OfferedAsync(code);

        Assert.NotEmpty(shown);
        foreach (var (_, after) in offered)
        {
            await after.IsMendedAsync(code);
        }

        var without = CodeFixCatalogue.Without.FirstOrDefault(each => each.Rule.Code.Value == code);
        Assert.True(without is null == offered.Count > 0, $"the example shows {offered.Count} fixes");
        MarkedDocument.Check(Path.Combine(Repository.Root, $"docs/diagnostics/{code}.md"), [("editor", $"""
            An editor shows:

            ```text
            {Drawn(shown)}```

            {(without is null ? $"Its code fix: {string.Join(", or ", offered.Select(each => $"`{each.Title}`").Distinct())}." : $"There is no code fix. {without.Reason}")}

            """)]);
    }

    /// <summary>The lines of the code with what is underlined drawn under them.</summary>
    private static string Drawn(IEnumerable<Diagnostic> shown)
    {
        var drawing = new StringBuilder();
        foreach (var line in shown.GroupBy(found => found.Location.GetLineSpan().StartLinePosition.Line))
        {
            var text = line.First().Location.SourceTree?.GetText().Lines[line.Key].ToString() ?? "";
            var under = new StringBuilder(new string(' ', text.Length));
            foreach (var span in line.Select(found => found.Location.GetLineSpan()))
            {
                var end = span.EndLinePosition.Line == line.Key ? span.EndLinePosition.Character : text.Length;
                for (var column = span.StartLinePosition.Character; column < end; column++)
                {
                    under[column] = '~';
                }
            }

            drawing.Append(text).Append('\n').Append($"{under}".TrimEnd()).Append('\n');
        }

        return $"{drawing}";
    }
}
