using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>What every process has by the time that a unit runs, because the entry point runs in all of them.</summary>
internal sealed class StartedProcess
{
    private readonly HashSet<ISymbol>? named;
    private readonly HashSet<ISymbol> services = new(SymbolEqualityComparer.Default);

    private StartedProcess(ISet<ISymbol> existing, HashSet<ISymbol>? named, IEnumerable<ISymbol> services)
    {
        Existing = existing;
        this.named = named;
        this.services.UnionWith(services);
    }

    /// <summary>Before anything has run.</summary>
    public static StartedProcess Nothing { get; } = new(new HashSet<ISymbol>(SymbolEqualityComparer.Default), null, []);

    /// <summary>The classes of which there are objects.</summary>
    public ISet<ISymbol> Existing { get; }

    /// <summary>After what the entry point does.</summary>
    public static StartedProcess After(UnitClosure start)
    {
        var summaries = start.Bodies.Select(body => body.Summary).ToList();
        if (summaries.Any(summary => summary.Reflections.Count + summary.Scans.Count > 0 || summary.RegistersUnknown is not null))
        {
            return new(start.Alive, null, summaries.SelectMany(summary => summary.Named));
        }

        var named = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var summary in summaries)
        {
            named.UnionWith(summary.Named);
            named.UnionWith(summary.Created.Concat(summary.Made).Concat(summary.Handed).Select(each => each.Type.OriginalDefinition));
        }

        foreach (var type in start.Alive.OfType<INamedTypeSymbol>())
        {
            for (var current = type.BaseType; current is not null; current = current.BaseType)
            {
                named.UnionWith(current.TypeArguments.Select(argument => argument.OriginalDefinition));
            }
        }

        return new(start.Alive, named, summaries.SelectMany(summary => summary.Named));
    }

    /// <summary>Whether the type is registered as a service.</summary>
    public bool IsService(ITypeSymbol type) => services.Contains(type.OriginalDefinition);

    /// <summary>Those of the heirs of a service that dependency injection may make: the ones that are named where services are registered; all where that does not tell.</summary>
    public IReadOnlyList<INamedTypeSymbol> MadeOf(IReadOnlyList<INamedTypeSymbol> heirs)
    {
        var found = named is null ? heirs : heirs.Where(heir => heir.TypeKind is TypeKind.Class or TypeKind.Struct && named.Contains(heir)).ToList();
        return found.Count > 0 ? found : heirs;
    }
}
