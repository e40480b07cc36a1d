namespace Klotho.Cli.Loading;

/// <summary>A folder and all those above it, the nearest first: where files that count for everything below are looked for.</summary>
internal static class FoldersAbove
{
    public static IEnumerable<string> And(string? folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }
}
