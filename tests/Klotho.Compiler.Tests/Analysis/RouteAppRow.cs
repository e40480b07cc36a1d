using System.Globalization;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>What one application's endpoints and the analysis have in common.</summary>
/// <param name="App">The application's folder.</param>
/// <param name="Endpoints">That the running application has.</param>
/// <param name="Found">Of them, those found with verbs, pattern, order and metadata.</param>
/// <param name="PassedOn">Of them, those below a path that the gateway passes on, which is said.</param>
/// <param name="Missing">Neither found nor passed on.</param>
/// <param name="Invented">Found, but not there.</param>
internal sealed record RouteAppRow(string App, int Endpoints, int Found, IReadOnlyList<string> PassedOn, IReadOnlyList<string> Missing, IReadOnlyList<string> Invented)
{
    public static string Table(IReadOnlyList<RouteAppRow> rows) =>
        "| application | endpoints | found | passed on | missing | invented |\n|---|---|---|---|---|---|\n"
        + string.Concat(rows.Select(row => Line(row.App, row.Endpoints, row.Found, row.PassedOn.Count, row.Missing.Count, row.Invented.Count)))
        + Line($"all {rows.Count}", rows.Sum(row => row.Endpoints), rows.Sum(row => row.Found), rows.Sum(row => row.PassedOn.Count), rows.Sum(row => row.Missing.Count), rows.Sum(row => row.Invented.Count));

    private static string Line(string app, params int[] counts) =>
        $"| {app} | {string.Join(" | ", counts.Select(count => count.ToString(CultureInfo.InvariantCulture)))} |\n";
}
