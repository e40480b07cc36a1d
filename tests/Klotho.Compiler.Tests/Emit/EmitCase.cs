using System.Collections.Concurrent;
using Klotho.Analysis;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Printing;
using Klotho.Emit.Resources;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Differences;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>An application that goes through analysis, planning and emission, as the command line takes it.</summary>
internal static class EmitCase
{
    public const string Stage = "Emit";

    private static readonly ConcurrentDictionary<string, Lazy<EmitResult>> Results = new();

    /// <summary>A golden case, emitted once for all tests.</summary>
    public static EmitResult Run(string @case) => Results.GetOrAdd(@case, name => new(() => RunAnew(name))).Value;

    public static EmitResult RunAnew(string @case) =>
        Run(App.Analyze(App.Compile(Golden.Sources(Stage, @case))), Configuration(@case), CapabilityCatalogue.All);

    /// <summary>An application of one file.</summary>
    public static EmitResult RunText(string program, string yaml) => Run(App.Analyze(program), yaml, CapabilityCatalogue.All);

    /// <summary>A case under a klotho.yaml of one's own (its own one where that is null), with the plan that was emitted.</summary>
    public static (Plan Plan, ResourceGraph Resources) RunWithPlan(string @case, string? yaml)
    {
        var (plan, result) = RunBoth(App.Analyze(App.Compile(Golden.Sources(Stage, @case))), yaml ?? Configuration(@case), CapabilityCatalogue.All);
        Assert.NotNull(result.Resources);
        return (plan, result.Resources);
    }

    public static EmitResult Run(AnalysisResult analysis, string yaml, CapabilityCatalogue catalogue) => RunBoth(analysis, yaml, catalogue).Result;

    /// <summary>An analyzed application in a language.</summary>
    public static EmitResult Run(AnalysisResult analysis, string yaml, ProgramPrinter printer) => RunBoth(analysis, yaml, CapabilityCatalogue.All, printer).Result;

    public static string Configuration(string @case) =>
        Golden.Has(Stage, @case, "klotho.yaml") ? Golden.Read(Stage, @case, "klotho.yaml") : "";

    private static (Plan Plan, EmitResult Result) RunBoth(AnalysisResult analysis, string yaml, CapabilityCatalogue catalogue, ProgramPrinter? printer = null)
    {
        Assert.Empty(analysis.Diagnostics.Items.Where(found => found.Rule.Severity == Severity.Error).Select(found => found.Message));
        var files = yaml.Length == 0 ? [] : new[] { new ConfigurationFile(new("klotho.yaml"), yaml) };
        var plan = Planner.Run(new(analysis.Graph, files.ToEquatableArray(), catalogue.Planning));
        Assert.Empty(plan.Diagnostics.Items.Where(found => found.Rule.Severity == Severity.Error).Select(found => found.Message));
        Assert.NotNull(plan.Plan);
        var names = LockSuccession.Run(LockReading.None, plan.Plan, catalogue.Planning).Lock;
        return (plan.Plan, Emitter.Run(new(plan.Plan, names, plan.Configuration, new(new("App/App.csproj"), "App", "net10.0", "../.."), catalogue) { Printer = printer ?? ProgramLanguages.Default }));
    }
}
