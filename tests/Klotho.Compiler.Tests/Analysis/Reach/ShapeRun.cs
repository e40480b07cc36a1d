using System.Globalization;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>What a shape did when it ran, and what analysis had found of it.</summary>
internal sealed record ShapeRun(string Source, IReadOnlyList<string> Kinds, IReadOnlySet<string> Ran, IReadOnlySet<string> Found)
{
    public IReadOnlyList<string> Lost => [.. Ran.Except(Found)];

    public bool IsExact => Ran.SetEquals(Found);

    public static string Table(IReadOnlyList<ShapeRun> runs, IEnumerable<string> kinds) =>
        "| shapes with | generated | exact | widened | lost |\n|---|---|---|---|---|\n"
        + string.Concat(kinds.Select(kind => Line(kind, [.. runs.Where(run => run.Kinds.Contains(kind))])))
        + Line("any of these", runs);

    private static string Line(string kind, IReadOnlyCollection<ShapeRun> runs)
    {
        var counts = new[] { runs.Count, runs.Count(run => run.IsExact), runs.Count(run => !run.IsExact && run.Lost.Count == 0), runs.Count(run => run.Lost.Count > 0) };
        return $"| {kind} | {string.Join(" | ", counts.Select(count => count.ToString(CultureInfo.InvariantCulture)))} |\n";
    }
}
