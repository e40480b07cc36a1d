namespace Klotho.Benchmarks;

/// <summary>Keeps the measured tables of docs/performance.md between their markers.</summary>
internal static class PerformanceDocument
{
    public static void Replace(string benchmark, string report)
    {
        var path = Path.Combine(Repository.Root, "docs", "performance.md");
        var text = File.ReadAllText(path);
        var begin = $"<!-- {benchmark}: begin -->";
        var end = $"<!-- {benchmark}: end -->";
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"docs/performance.md has no markers for {benchmark}.");
        }

        File.WriteAllText(path, $"{text[..(from + begin.Length)]}\n{report.Trim()}\n{text[to..]}");
    }
}
