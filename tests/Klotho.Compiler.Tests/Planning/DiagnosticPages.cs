using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Each code of planning has a page whose wrong example gets the code, and whose right example gets nothing at all.</summary>
public sealed partial class DiagnosticPages
{
    /// <summary>Those of klotho.yaml; <see cref="Locking.LockPages"/> has those of the lock.</summary>
    public static TheoryData<string> Codes =>
        [.. PlanningRules.All.Items.Except([.. LockRules.All.Items, .. GuardRules.All.Items]).Select(rule => rule.Code.Value)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_shows_what_is_wrong_and_what_is_right(string code)
    {
        var rule = PlanningRules.All.Items.Single(rule => rule.Code.Value == code);
        var page = Repository.Read(rule.DocsPage);

        Assert.StartsWith($"# {code}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Equal([code], Plan(Example(page, "Wrong")).Select(found => found.Rule.Code.Value).Distinct());
        Assert.Empty(Plan(Example(page, "Right")));
    }

    [Fact]
    public void No_page_of_planning_is_left_over() =>
        Assert.Equal(
            PlanningRules.All.Items.Select(rule => rule.DocsPage),
            Repository.Files("docs/diagnostics", ".md").Where(page => page.Contains("/KL2", StringComparison.Ordinal)));

    private static IEnumerable<KlothoDiagnostic> Plan(string yaml)
    {
        var code = Code().Match(yaml) is { Success: true } named ? named.Groups["case"].Value : "no-file";
        var graph = CaseGraph.Read(Golden.Read("Planning", code, "graph.txt") + "redis_node:sessions at src/Program.cs:30\n");
        var day = Day().Match(yaml);
        PlanLock locked = new(new([new(new(new("secret"), "api-key"), new("secrets_manager"), "api-key", Stateful: true)]));
        return Planner.Run(new(graph, new([new(new("klotho.yaml"), yaml)]), Catalogue(yaml))
        {
            Lock = locked,
            Today = day.Success ? DateOnly.ParseExact(day.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        }).Diagnostics.Items;
    }

    /// <summary>An example of what cannot be emitted names the type: no later version has such a type for sure.</summary>
    private static PlanningCatalogue Catalogue(string yaml) => Unemitted().Match(yaml) is not { Success: true } named ? TestCatalogue.WithTwoTypes : new(
        TestCatalogue.WithTwoTypes.Capabilities.Items
            .Select(capability => capability with { Emitted = capability.Emitted.Items.Where(type => type.Name != named.Groups["type"].Value).ToEquatableArray() })
            .ToEquatableArray());

    private static string Example(string page, string heading) =>
        Fence().Matches(page).Single(match => match.Groups["heading"].Value == heading).Groups["yaml"].Value;

    /// <summary>An example about age says on which day it is compiled.</summary>
    [GeneratedRegex(@"^# compiled on (?<day>\d{4}-\d\d-\d\d)$", RegexOptions.Multiline)]
    private static partial Regex Day();

    /// <summary>The type that an example is about.</summary>
    [GeneratedRegex(@"^# in a version that cannot emit (?<type>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Unemitted();

    /// <summary>The code that an example is about, where it is not the one of the others.</summary>
    [GeneratedRegex(@"^# code: (?<case>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^## (?<heading>\w+)\n\n```yaml\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
