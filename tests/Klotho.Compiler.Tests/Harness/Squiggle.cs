using Klotho.Analysis;
using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>
/// A source with the places where diagnostics are expected: <c>⟦KL1001:code⟧</c> is the span that the code is shown at.
/// </summary>
internal static class Squiggle
{
    /// <summary>Analyses the source and checks that exactly the marked diagnostics of the marked codes are shown, where they are marked.</summary>
    public static AnalysisResult Check(string marked)
    {
        var (source, expected) = Parse(marked);
        var result = App.Analyze(source);
        var codes = expected.Select(each => each.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);
        var found = result.Diagnostics.Items
            .Where(diagnostic => codes.Contains(diagnostic.Rule.Code.Value) || diagnostic.Rule.Severity == Klotho.Analysis.Diagnostics.Severity.Error)
            .Select(diagnostic => $"{diagnostic.Rule.Code} {Span(diagnostic.Location)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        return result;
    }

    private static string Span(SourceLocation at) => $"{at.Line}:{at.Column}-{at.EndLine}:{at.EndColumn}";

    private static (string Source, List<string> Expected) Parse(string marked)
    {
        var expected = new List<string>();
        var open = new Stack<(string Code, int Line, int Column)>();
        var source = new System.Text.StringBuilder();
        var (line, column) = (1, 1);
        for (var index = 0; index < marked.Length; index++)
        {
            switch (marked[index])
            {
                case '⟦':
                    var colon = marked.IndexOf(':', index);
                    open.Push((marked[(index + 1)..colon], line, column));
                    index = colon;
                    continue;
                case '⟧':
                    var (code, startLine, startColumn) = open.Pop();
                    expected.Add($"{code} {startLine}:{startColumn}-{line}:{column}");
                    continue;
                case '\n':
                    (line, column) = (line + 1, 0);
                    break;
            }

            column++;
            source.Append(marked[index]);
        }

        return (source.ToString(), expected);
    }
}
