using System.Text.RegularExpressions;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning;
using Klotho.Planning.Conflicts;
using Xunit.Abstractions;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>Where no plan exists, what is reported is a conflict, a minimal one, and the plan that is named as nearest works.</summary>
public sealed partial class ConflictProperties(ITestOutputHelper output)
{
    private const int Conflicts = 400;

    [Fact]
    public void A_reported_conflict_is_minimal_and_its_nearest_plan_works()
    {
        var random = new Random(20261122);
        var (found, apps, repaired, lines) = (0, 0, 0, 0);
        while (found < Conflicts)
        {
            var app = new RandomApp(random);
            apps++;
            if (Infeasible(app.Graph, app.Lines) is not { } conflict)
            {
                continue;
            }

            found++;
            var named = Named(conflict, app.Lines);
            lines += named.Count;
            var all = string.Join(", ", named);

            Assert.True(Infeasible(app.Graph, named) is not null, $"no conflict: {all}");
            Assert.All(named, line => Assert.True(Infeasible(app.Graph, [.. named.Where(other => other != line)]) is null, $"not minimal without {line}: {all}"));
            if (Nearest().Match(conflict.Message) is { Success: true } nearest)
            {
                repaired++;
                // With all lines, unless there is another conflict among them.
                var (mended, few) = (Mended(app.Lines, nearest), Mended(named, nearest));
                Assert.True(Infeasible(app.Graph, mended) is null || Infeasible(app.Graph, few) is null, $"still a conflict: {string.Join(", ", mended)} after {conflict.Message}");
            }
        }

        output.WriteLine($"{apps} applications, {found} conflicts of {(double)lines / found:0.0} lines, {repaired} nearest values tried");
        Assert.InRange(repaired, Conflicts / 2, Conflicts);
        Assert.InRange(lines, Conflicts * 5 / 4, int.MaxValue);
    }

    private static IReadOnlyList<(string Path, string Value)> Mended(IReadOnlyList<(string Path, string Value)> lines, Match nearest) =>
        [.. lines.Select(line => line.Path == nearest.Groups["path"].Value ? (line.Path, nearest.Groups["value"].Value) : line)];

    private static KlothoDiagnostic? Infeasible(CapabilityGraph graph, IReadOnlyList<(string Path, string Value)> lines)
    {
        var diagnostics = Planner.Run(new(graph, new([YamlLines.Write(lines).File]), TestCatalogue.Shipped)).Diagnostics;
        Assert.DoesNotContain(diagnostics.Items, found => found.Rule.Severity == Severity.Error && !ConflictRules.Infeasible.Items.Contains(found.Rule));
        return diagnostics.Items.SingleOrDefault(found => ConflictRules.Infeasible.Items.Contains(found.Rule));
    }

    private static IReadOnlyList<(string Path, string Value)> Named(KlothoDiagnostic conflict, IReadOnlyList<(string Path, string Value)> lines)
    {
        var paths = YamlLines.Write(lines).PathOfLine;
        return [.. conflict.Locations.Items.Select(place => lines.Single(line => line.Path == paths[place.Line]))];
    }

    [GeneratedRegex(@"The nearest plan that works: `(?<path>[^`]+)` (?<value>.+?) \([\d.]+ USD/month\)[.,]")]
    private static partial Regex Nearest();
}
