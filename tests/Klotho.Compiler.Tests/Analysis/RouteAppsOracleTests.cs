using Klotho.Analysis.Routes;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>
/// Applications that map endpoints in every way there is: each is started, and what its <c>EndpointDataSource</c> holds is
/// what the analysis found.
/// </summary>
public sealed class RouteAppsOracleTests
{
    private const int FewestRoutes = 150;

    // The one whose routes only running it tells.
    private const string PassedOn = "PassedOn";

    [Fact]
    public async Task Nothing_is_missing_and_nothing_invented()
    {
        var rows = new List<RouteAppRow>();
        foreach (var name in Golden.CasesOf("RouteApps").Cast<object[]>().Select(each => (string)each[0]))
        {
            rows.Add(await CompareAsync(name));
        }

        var wrong = rows.SelectMany(row => row.Missing.Select(route => $"{row.App}: missing {route}").Concat(row.Invented.Select(route => $"{row.App}: invented {route}"))
            .Concat(row.App == PassedOn ? [] : row.PassedOn.Select(route => $"{row.App}: passed on {route}"))).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(rows.Sum(row => row.Found) >= FewestRoutes, $"{rows.Sum(row => row.Found)} routes");
        MarkedDocument.Check(Path.Combine(Repository.Root, "docs/routes.md"), [("oracle", RouteAppRow.Table(rows))]);
    }

    private static async Task<RouteAppRow> CompareAsync(string name)
    {
        var compilation = Compile(name);
        var result = App.Analyze(compilation);
        var analysed = result.Graph.Nodes.Items.OfType<RouteNode>().ToList();
        var proxies = analysed.Where(route => route.IsProxy).Select(route => route.Pattern[..^"{**path}".Length]).ToList();

        // Nothing is passed on without a word at the place that causes it.
        Assert.All(analysed.Where(route => route.IsProxy), proxy => Assert.Contains(
            result.Diagnostics.Items, told => told.Rule.Code.Value is "KL1060" or "KL1061" && told.Location.Path == proxy.Locations[0].Path));
        Assert.DoesNotContain(result.Diagnostics.Items, told => told.Rule.Severity == Klotho.Analysis.Diagnostics.Severity.Error);

        var endpoints = await RunningEndpoints.OfAsync(compilation, $"{Namespace(compilation)}.App");
        var actual = endpoints.Select(endpoint => Line(EndpointText.Id(endpoint), endpoint.Order, EndpointText.Metadata(endpoint.Metadata))).Distinct().ToList();
        var found = analysed.Where(route => !route.IsProxy).Select(route => Line(route.Id.Name, route.Order, string.Join("; ", route.Metadata.Properties.Select(each => $"{each.Name} {each.Value}")))).ToList();
        var files = found.Where(line => line.Contains(RouteNode.AnyFile, StringComparison.Ordinal) && actual.Any(endpoint => IsFileOf(line, endpoint))).ToList();
        actual = [.. actual.Select(endpoint => files.FirstOrDefault(line => IsFileOf(line, endpoint)) ?? endpoint)];
        var passedOn = actual.Except(found).Where(line => proxies.Any(prefix => line[line.IndexOf('/')..].StartsWith(prefix, StringComparison.Ordinal))).ToList();
        return new(name, actual.Count, actual.Count(found.Contains), passedOn, [.. actual.Except(found).Except(passedOn)], [.. found.Except(actual)]);
    }

    /// <summary>Whether an endpoint differs only in naming a file where the found route says that there are files.</summary>
    private static bool IsFileOf(string found, string endpoint) =>
        found.Split(RouteNode.AnyFile) is [var before, var after]
        && endpoint.StartsWith(before, StringComparison.Ordinal)
        && endpoint.EndsWith(after, StringComparison.Ordinal)
        && !endpoint[before.Length..^after.Length].AsSpan().ContainsAny("{} ");

    private static Compilation Compile(string name)
    {
        var files = Golden.Sources("RouteApps", name).ToLookup(file => file.Path.StartsWith("library/", StringComparison.Ordinal));
        return App.Compile(files[false], files[true].Any() ? [App.Library("Library", files[true])] : []);
    }

    private static string Namespace(Compilation compilation) =>
        compilation.GetSymbolsWithName("App", SymbolFilter.Type).Single().ContainingNamespace.ToDisplayString();

    private static string Line(string id, int order, string metadata) =>
        $"{id}{(order == 0 ? "" : $" order {order}")}{(metadata.Length == 0 ? "" : $": {metadata}")}";
}
