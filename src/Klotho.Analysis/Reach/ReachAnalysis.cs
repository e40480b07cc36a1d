using System.Collections.Immutable;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Who touches what: bodies are summarised once, then closed over per unit from the unit's roots.</summary>
public static class ReachAnalysis
{
    public static ReachResult Run(ReachInput input, CancellationToken cancel)
    {
        var (closures, startup) = Walk(input, cancel);
        var annotated = new AnnotatedVariables(input.Annotations.Uses);
        var findings = closures.Select(closure => UnitFindings.Of(closure, input, annotated)).ToArray();
        return new(
            findings.SelectMany(each => each.Edges).Concat(startup is null ? [] : Started(startup, closures, input, annotated)).ToImmutableArray(),
            findings.SelectMany(each => each.Diagnostics).Concat(Boundaries(closures, input)).Concat(UnitCircles.Of(closures, input)).Concat(SharedState.Of(closures, input)).ToImmutableArray())
        {
            ConfigurationReads = ConfigurationFindings.Of(closures, input),
            TrimObstacles = Untrimmed(closures, input).ToImmutableArray(),
        };
    }

    /// <summary>What runs in each unit, the default one first.</summary>
    internal static UnitClosure[] Closures(ReachInput input, CancellationToken cancel) => Walk(input, cancel).Units;

    // And what runs as the process of any of them starts, where there are others than the default one.
    private static (UnitClosure[] Units, UnitClosure? Startup) Walk(ReachInput input, CancellationToken cancel)
    {
        var resources = new ResourceTypes(input.Annotations.Uses, input.Types);
        input.Memory.Begin(resources, input.Handlers, input.Program);
        using var summaries = new Summaries(input, resources, input.Memory, cancel);
        var roots = input.Roots.ToLookup(root => root.Unit);
        var started = Start(input, summaries, cancel);
        var main = Close(ExecUnitNode.DefaultId, roots, input, summaries, [], [], started);
        var factories = Factories(main, input);
        var registered = main.Remarkable.SelectMany(body => body.Summary.Registered).ToImmutableArray();
        var scans = main.Remarkable.SelectMany(body => body.Summary.Scans).ToImmutableArray();
        var others = roots
            .Select(group => group.Key)
            .Where(unit => unit != ExecUnitNode.DefaultId)
            .OrderBy(unit => unit)
            .Select(unit => Close(unit, roots, input, summaries, factories, registered, started))
            .ToArray();
        others.ToList().ForEach(closure => closure.WalkScanned(scans));
        return ([main, .. others], others.Length == 0 ? null : Startup(input, resources, factories, started, cancel));
    }

    private static UnitClosure? Startup(
        ReachInput input, ResourceTypes resources, IReadOnlyList<(IMethodSymbol Function, Registration? Registration)> factories, StartedProcess? started, CancellationToken cancel)
    {
        if (input.Program.App.GetEntryPoint(cancel) is not { } entry)
        {
            return null;
        }

        input.Memory.Start.Begin(resources, input.Handlers, input.Program);
        using var summaries = new Summaries(input, resources, input.Memory.Start, cancel, startsOnly: true);
        var closure = new UnitClosure(ExecUnitNode.DefaultId, input, summaries, started);
        closure.Walk(input.Roots.Where(root => SymbolEqualityComparer.Default.Equals(root.Method, entry)), factories.Where(each => each.Registration is not null).ToList(), []);
        return closure;
    }

    // The same program starts in the process of each unit. What is to be said of its code is said of the default unit.
    private static IEnumerable<CapabilityEdge> Started(UnitClosure startup, UnitClosure[] closures, ReachInput input, AnnotatedVariables annotated)
    {
        var edges = UnitFindings.Of(startup, input, annotated).Edges;
        return closures.Select(closure => closure.Unit).Where(unit => unit != startup.Unit)
            .SelectMany(unit => edges.Where(edge => edge.To != unit).Select(edge => edge with { From = unit }));
    }

    // The entry point runs in every process, so that what it made and keeps is there for every unit.
    private static StartedProcess? Start(ReachInput input, Summaries summaries, CancellationToken cancel)
    {
        if (input.Program.App.GetEntryPoint(cancel) is not { } entry)
        {
            return null;
        }

        var closure = new UnitClosure(ExecUnitNode.DefaultId, input, summaries, StartedProcess.Nothing);
        closure.Walk(input.Roots.Where(root => SymbolEqualityComparer.Default.Equals(root.Method, entry)), [], []);
        return StartedProcess.After(closure, input);
    }

    private static IEnumerable<TrimObstacle> Untrimmed(IEnumerable<UnitClosure> closures, ReachInput input) =>
        closures.SelectMany(closure => closure.Remarkable).SelectMany(body => body.Summary.Untrimmable).Select(call => new TrimObstacle(
            input.Root.At(call.At),
            $"'{call.Method.ContainingType.Name}.{call.Method.Name}' is called, which says that it does not work there",
            call.OnlyNative));

    private static UnitClosure Close(
        NodeId unit, ILookup<NodeId, ReachRoot> roots, ReachInput input, Summaries summaries, IReadOnlyList<(IMethodSymbol Function, Registration? Registration)> factories, IEnumerable<(INamedTypeSymbol Type, Location At)> registered,
        StartedProcess? started)
    {
        var closure = new UnitClosure(unit, input, summaries, started);
        closure.Walk(roots[unit], factories, registered);
        return closure;
    }

    // Every process builds the same service collection, so what a factory does may happen in any unit that asks for the service.
    private static ImmutableArray<(IMethodSymbol Function, Registration? Registration)> Factories(UnitClosure main, ReachInput input) =>
    [
        .. main.Remarkable.SelectMany(body => body.Summary.Factories)
            .Select(factory => (Function: input.Program.ModelOf(factory.Function).GetSymbolInfo(factory.Function).Symbol as IMethodSymbol, factory.Registration))
            .GroupBy(factory => factory.Function, SymbolEqualityComparer.Default)
            .SelectMany(factory => factory.Key is not IMethodSymbol function ? []
                : factory.Any(each => each.Registration is null) ? [(function, (Registration?)null)]
                : factory.Select(each => (function, each.Registration)).Distinct()),
    ];

    private static IEnumerable<KlothoDiagnostic> Boundaries(IEnumerable<UnitClosure> closures, ReachInput input) =>
        closures
            .SelectMany(closure => closure.Crossings)
            .Select(crossing => crossing.Method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type => UnitBoundary.Check(type, input.Root));
}
