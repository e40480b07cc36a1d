namespace Klotho.Compiler.Tests.Harness;

/// <summary>A document with parts that tests write: <c>&lt;!-- limits --&gt;</c> to <c>&lt;!-- end of limits --&gt;</c>.</summary>
internal static class MarkedDocument
{
    /// <summary>Fails where a part is not what it is written from; <c>KLOTHO_UPDATE_GOLDEN=1</c> writes it anew.</summary>
    /// <param name="path">The document.</param>
    /// <param name="parts">The marks and what stands between them.</param>
    public static void Check(string path, params IEnumerable<(string Mark, string Text)> parts)
    {
        var expected = parts.Aggregate(File.ReadAllText(path), (document, part) => Replaced(document, part.Mark, part.Text));
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }

    private static string Replaced(string document, string mark, string text)
    {
        var (begin, end) = ($"<!-- {mark} -->\n", $"<!-- end of {mark} -->");
        var (from, to) = (document.IndexOf(begin, StringComparison.Ordinal), document.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"the document has no part `{mark}`");
        return document[..(from + begin.Length)] + text + document[to..];
    }
}
