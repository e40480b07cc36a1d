using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Finds where each unit's code begins.</summary>
public static class UnitRoots
{
    private const string HostedService = "Microsoft.Extensions.Hosting.IHostedService";
    private static readonly string[] HostedServiceMembers = ["StartAsync", "ExecuteAsync", "StopAsync"];

    public static ImmutableArray<ReachRoot> Of(
        SourceProgram program, SourceTypes types, FoundAnnotations annotations, FoundRoutes routes, SourceRoot root, CancellationToken cancel)
    {
        var annotated = annotations.Uses.Select(found => found.Symbol.Symbol).OfType<IMethodSymbol>()
            .Select(method => Method(method.ContainingType, method));

        // A base class that has the method does not say where the class itself runs.
        var called = types.All.Where(type => UnitMembership.AnnotatedUnitOf(type) is not null)
            .SelectMany(type => CalledFromOtherUnits(type).Select(method => Method(type, method)));
        var hosted = types.All.SelectMany(type => HostedMethods(type, program).Select(method => Method(type, method)));
        return EntryPoint(program, root, cancel)
            .Concat(annotated)
            .Concat(called)
            .Concat(hosted)
            .Concat(RouteHandlers(routes))
            .Where(each => !each.Method.IsAbstract)
            .OrderBy(each => each.Unit)
            .ThenBy(each => each.At)
            .ToImmutableArray();

        ReachRoot Method(INamedTypeSymbol type, IMethodSymbol method) =>
            new(UnitMembership.UnitOf(type), method, $"{type.Name}.{method.Name}", root.At(method.Locations[0]));
    }

    private static IEnumerable<ReachRoot> EntryPoint(SourceProgram program, SourceRoot root, CancellationToken cancel)
    {
        if (program.App.GetEntryPoint(cancel) is { } entry)
        {
            // Top-level statements have no name that a reader would know.
            var name = entry.Name == "Main" ? $"{entry.ContainingType.Name}.Main" : "Program";
            yield return new(ExecUnitNode.DefaultId, entry, name, Start(root.At(entry.Locations[0])));
        }
    }

    private static IEnumerable<ReachRoot> RouteHandlers(FoundRoutes routes)
    {
        foreach (var route in routes.Routes)
        {
            if (route.Handler is { } handler)
            {
                yield return new(route.Unit, handler, route.Node.Id.Name, route.Node.Locations[0]);
            }
        }
    }

    private static IEnumerable<IMethodSymbol> HostedMethods(INamedTypeSymbol type, SourceProgram program) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } && type.AllInterfaces.Any(each => each.Is(HostedService))
            ? BaseTypes(type)
                .SelectMany(each => each.GetMembers())
                .OfType<IMethodSymbol>()
                .Where(method => HostedServiceMembers.Contains(method.Name) && program.Declares(method))
            : [];

    private static IEnumerable<IMethodSymbol> CalledFromOtherUnits(INamedTypeSymbol type) =>
        type.AllInterfaces
            .Where(UnitBoundary.IsUnitInterface)
            .SelectMany(each => each.GetMembers())
            .Select(type.FindImplementationForInterfaceMember)
            .OfType<IMethodSymbol>();

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static SourceLocation Start(SourceLocation at) => at with { EndLine = at.Line, EndColumn = at.Column };
}
