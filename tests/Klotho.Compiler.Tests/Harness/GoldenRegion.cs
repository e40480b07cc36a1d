namespace Klotho.Compiler.Tests.Harness;

/// <summary>A part of a page between two comments, which <c>KLOTHO_UPDATE_GOLDEN=1</c> rewrites.</summary>
internal static class GoldenRegion
{
    /// <param name="page">The page, absolute.</param>
    /// <param name="name">What the comments call the part.</param>
    /// <param name="expected">What is to stand there.</param>
    public static void Check(string page, string name, string expected)
    {
        var (open, close) = ($"<!-- {name}: written by a test -->\n", $"<!-- /{name} -->");
        var text = File.ReadAllText(page);
        var (start, end) = (text.IndexOf(open, StringComparison.Ordinal), text.IndexOf(close, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, $"{page} has no region '{name}'");
        start += open.Length;
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            text = text[..start] + expected + text[end..];
            File.WriteAllText(page, text);
            end = text.IndexOf(close, StringComparison.Ordinal);
        }

        Assert.Equal(expected, text[start..end]);
    }
}
