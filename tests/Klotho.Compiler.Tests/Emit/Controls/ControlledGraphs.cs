using Klotho.Analysis;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Resources;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;

namespace Klotho.Compiler.Tests.Emit.Controls;

/// <summary>
/// What controls look at: every golden case and every sample, as they are and with another technology wherever a plan allows it.
/// </summary>
internal static class ControlledGraphs
{
    private static readonly (string Name, string Yaml)[] Swaps =
    [
        ("as it is", ""),
        ("on Fargate", "defaults: {execution_units: {type: fargate}}\n"),
        ("private", "requirements: {network: private}\n"),
        ("own keys", "requirements: {compliance: {encryption: own_keys}}\n"),
        ("on Kubernetes", "defaults: {execution_units: {type: kubernetes}}\n"),
        ("on Kubernetes with own keys", "defaults: {execution_units: {type: kubernetes}}\nrequirements: {compliance: {encryption: own_keys}}\n"),
        ("on any cluster", "requirements: {portability: kubernetes}\n"),
    ];

    private static readonly Lazy<IReadOnlyList<(string Name, ResourceGraph Graph)>> Built = new(() => [.. Applications().SelectMany(Emitted), .. Variants()]);

    public static IReadOnlyList<(string Name, ResourceGraph Graph)> All => Built.Value;

    private static IEnumerable<(string Name, AnalysisResult Analysis, string Yaml)> Applications() =>
    [
        .. Golden.CasesOf(EmitCase.Stage).Cast<object[]>().Select(row => $"{row[0]}").Select(name => (
            name,
            App.Analyze(App.Compile(Golden.Sources(EmitCase.Stage, name))),
            Golden.Has(EmitCase.Stage, name, "klotho.yaml") ? Golden.Read(EmitCase.Stage, name, "klotho.yaml") : "")),
        Sample("HelloStore"),
        Sample("SearchTheDeck"),
    ];

    private static (string Name, AnalysisResult Analysis, string Yaml) Sample(string name) => (
        name,
        App.Analyze(App.Compile(Repository.Files($"samples/{name}", ".cs").Select(path => (path, Repository.Read(path))), ["CS8795"])),
        File.Exists(Path.Combine(Repository.Root, $"samples/{name}/klotho.yaml")) ? Repository.Read($"samples/{name}/klotho.yaml") : "");

    private static IEnumerable<(string Name, ResourceGraph Graph)> Emitted((string Name, AnalysisResult Analysis, string Yaml) application) => Swaps
        .Select(swap => ($"{application.Name}, {swap.Name}", Emit(application.Analysis, application.Yaml, swap.Yaml)))
        .Where(item => item.Item2 is not null)
        .Select(item => (item.Item1, item.Item2 ?? throw new InvalidOperationException()));

    /// <summary>The application of the planner's swap matrix under each of its variants.</summary>
    private static IEnumerable<(string Name, ResourceGraph Graph)> Variants()
    {
        var analysis = App.Analyze(App.Compile(Golden.Sources("SwapApp", "")));
        return Golden.CasesOf("Swap").Cast<object[]>()
            .Select(row => ($"Swap/{row[0]}, as it is", Emit(analysis, Golden.Read("Swap", $"{row[0]}", "klotho.yaml"), "")))
            .Where(item => item.Item2 is not null)
            .Select(item => (item.Item1, item.Item2 ?? throw new InvalidOperationException()));
    }

    /// <summary>The resources, or null where no plan obeys both files or a type cannot be emitted.</summary>
    private static ResourceGraph? Emit(AnalysisResult analysis, string yaml, string swap)
    {
        ConfigurationFile[] files = [.. new[] { ("klotho.yaml", yaml), ("klotho.swap.yaml", swap) }.Where(file => file.Item2.Length > 0).Select(file => new ConfigurationFile(new(file.Item1), file.Item2))];
        var planned = Planner.Run(new(analysis.Graph, files.ToEquatableArray(), CapabilityCatalogue.All.Planning));
        if (planned.Plan is not { } plan || planned.Diagnostics.Items.Any(found => found.Rule.Severity == Severity.Error))
        {
            return null;
        }

        var names = LockSuccession.Run(LockReading.None, plan, CapabilityCatalogue.All.Planning).Lock;
        return Emitter.Run(new(plan, names, planned.Configuration, new(new("App/App.csproj"), "App", "net10.0", "../.."), CapabilityCatalogue.All)).Resources;
    }
}
