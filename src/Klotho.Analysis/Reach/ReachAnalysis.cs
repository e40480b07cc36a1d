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
        var closures = Closures(input, cancel);
        var annotated = new AnnotatedVariables(input.Annotations.Uses);
        var findings = closures.Select(closure => UnitFindings.Of(closure, input, annotated)).ToArray();
        return new(
            findings.SelectMany(each => each.Edges).ToImmutableArray(),
            findings.SelectMany(each => each.Diagnostics).Concat(Boundaries(closures, input)).Concat(UnitCircles.Of(closures, input)).Concat(SharedState.Of(closures, input)).ToImmutableArray())
        {
            ConfigurationReads = ConfigurationFindings.Of(closures, input),
            TrimObstacles = Untrimmed(closures, input).ToImmutableArray(),
        };
    }

    /// <summary>What runs in each unit, the default one first.</summary>
    internal static UnitClosure[] Closures(ReachInput input, CancellationToken cancel)
    {
        var resources = new ResourceTypes(input.Annotations.Uses, input.Types);
        input.Memory.Begin(resources, input.Handlers, input.Program);
        var reader = new BodyReader(input.Program, resources, input.Handlers, input.Memory, cancel);
        var roots = input.Roots.ToLookup(root => root.Unit);
        var main = Close(ExecUnitNode.DefaultId, roots, input, reader, [], []);
        var factories = Factories(main, input);
        var registered = main.Bodies.SelectMany(body => body.Summary.Registered).ToImmutableArray();
        var scans = main.Bodies.SelectMany(body => body.Summary.Scans).ToImmutableArray();
        var others = roots
            .Select(group => group.Key)
            .Where(unit => unit != ExecUnitNode.DefaultId)
            .OrderBy(unit => unit)
            .Select(unit => Close(unit, roots, input, reader, factories, registered))
            .ToArray();
        others.ToList().ForEach(closure => closure.WalkScanned(scans));
        return [main, .. others];
    }

    private static IEnumerable<TrimObstacle> Untrimmed(IEnumerable<UnitClosure> closures, ReachInput input) =>
        closures.SelectMany(closure => closure.Bodies).SelectMany(body => body.Summary.Untrimmable).Select(call => new TrimObstacle(
            input.Root.At(call.At),
            $"'{call.Method.ContainingType.Name}.{call.Method.Name}' is called, which says that it does not work there",
            call.OnlyNative));

    private static UnitClosure Close(
        NodeId unit, ILookup<NodeId, ReachRoot> roots, ReachInput input, BodyReader reader, IEnumerable<IMethodSymbol> factories, IEnumerable<(INamedTypeSymbol Type, Location At)> registered)
    {
        var closure = new UnitClosure(unit, input, reader);
        closure.Walk(roots[unit], factories, registered);
        return closure;
    }

    // Every process builds the same service collection, so what a factory does may happen in any unit.
    private static ImmutableArray<IMethodSymbol> Factories(UnitClosure main, ReachInput input) =>
        main.Bodies
            .SelectMany(body => body.Summary.Factories)
            .Select(syntax => input.Program.ModelOf(syntax).GetSymbolInfo(syntax).Symbol)
            .OfType<IMethodSymbol>()
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .ToImmutableArray();

    private static IEnumerable<KlothoDiagnostic> Boundaries(IEnumerable<UnitClosure> closures, ReachInput input) =>
        closures
            .SelectMany(closure => closure.Crossings)
            .Select(crossing => crossing.Method.ContainingType)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
            .SelectMany(type => UnitBoundary.Check(type, input.Root));
}
