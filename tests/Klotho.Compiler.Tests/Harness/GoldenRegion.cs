using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>A part of a page between two comments, which <c>KLOTHO_UPDATE_GOLDEN=1</c> rewrites.</summary>
internal static class GoldenRegion
{
    public static void Check(string page, string name, string expected)
    {
        var (open, close) = ($"<!-- {name}: written by a test -->\n", $"<!-- /{name} -->");
        var text = Repository.Read(page);
        var (start, end) = (text.IndexOf(open, StringComparison.Ordinal), text.IndexOf(close, StringComparison.Ordinal));
        Assert.True(start >= 0 && end > start, $"{page} has no region '{name}'");
        start += open.Length;
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            text = text[..start] + expected + text[end..];
            File.WriteAllText(Path.Combine(Repository.Root, page), text);
            end = text.IndexOf(close, StringComparison.Ordinal);
        }

        Assert.Equal(expected, text[start..end]);
    }
}
