using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>What every process has by the time that a unit runs, because the entry point runs in all of them.</summary>
internal sealed class StartedProcess
{
    private readonly HashSet<ISymbol>? named;
    private readonly HashSet<ISymbol> services = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> run = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> loose = new(SymbolEqualityComparer.Default);
    private readonly HashSet<Registration> overridden = [];
    private readonly ILookup<ISymbol?, Registration> registrations;

    private StartedProcess(ISet<ISymbol> existing, ISet<ISymbol> opened, IReadOnlyList<ReachedBody> bodies, HashSet<ISymbol>? named)
    {
        Existing = existing;
        Opened = opened;
        run.UnionWith(bodies.Select(body => body.Method));
        var summaries = Summaries = bodies.Select(body => body.Summary).ToList();
        this.named = named;
        services.UnionWith(summaries.SelectMany(summary => summary.Named));
        loose.UnionWith(summaries.SelectMany(summary => summary.Loose.Concat(summary.Created.Select(each => each.Type.OriginalDefinition))));
        registrations = summaries.SelectMany(summary => summary.Registrations).ToLookup(each => (ISymbol?)each.Service?.OriginalDefinition, SymbolEqualityComparer.Default);
        if (summaries.All(summary => summary.ReordersServices is null))
        {
            overridden.UnionWith(RegistrationOrder.Overridden(registrations.SelectMany(same => same).ToList()));
        }
    }

    /// <summary>Before anything has run.</summary>
    public static StartedProcess Nothing { get; } = new(new HashSet<ISymbol>(SymbolEqualityComparer.Default), new HashSet<ISymbol>(SymbolEqualityComparer.Default), [], null);

    /// <summary>The classes of which there are objects.</summary>
    public ISet<ISymbol> Existing { get; }

    /// <summary>Those of them that others than the code that is followed make objects of.</summary>
    public ISet<ISymbol> Opened { get; }

    /// <summary>What has run.</summary>
    public IReadOnlyList<BodySummary> Summaries { get; }

    /// <summary>After what the entry point does.</summary>
    public static StartedProcess After(UnitClosure start, ReachInput input)
    {
        var existing = new HashSet<ISymbol>(start.Alive, SymbolEqualityComparer.Default);
        existing.ExceptWith(FactoryMade.Of(start, input));
        var bodies = start.Bodies.ToList();
        var summaries = bodies.Select(body => body.Summary).ToList();
        if (summaries.Any(summary => summary.Reflections.Count + summary.Scans.Count > 0 || summary.RegistersUnknown is not null))
        {
            return new(existing, start.Opened, bodies, null);
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

        return new(existing, start.Opened, bodies, named);
    }

    /// <summary>Whether the method has run by then, or does so now.</summary>
    public bool HasRun(IMethodSymbol method) => this == Nothing || run.Contains(method);

    /// <summary>Whether the type is registered as a service.</summary>
    public bool IsService(ITypeSymbol type) => services.Contains(type.OriginalDefinition);

    /// <summary>Whether nobody who asks for one service is given what is registered there, because something else is registered for it later.</summary>
    public bool IsOverridden(Registration registration) => overridden.Contains(registration);

    /// <summary>The classes that dependency injection makes for a service of the source; null where it is not known that these are all.</summary>
    public IEnumerable<INamedTypeSymbol>? RegisteredFor(ServiceRequest request, INamedTypeSymbol service)
    {
        if (named is null || registrations.Contains(null) || loose.Contains(service))
        {
            return null;
        }

        var fitting = registrations[service].Where(each => request.Fits(each.Key)).ToList();
        return fitting.Count == 0 || fitting.Any(each => !each.IsSeen) ? null
            : fitting.Where(each => request.IsMany || !IsOverridden(each)).Select(each => each.Made).OfType<INamedTypeSymbol>()
                .Where(type => !type.DeclaringSyntaxReferences.IsEmpty).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
    }

    /// <summary>Those of the heirs of a service that dependency injection may make: the ones that are named where services are registered; all where that does not tell.</summary>
    public IReadOnlyList<INamedTypeSymbol> MadeOf(IReadOnlyList<INamedTypeSymbol> heirs)
    {
        var found = named is null ? heirs : heirs.Where(heir => heir.TypeKind is TypeKind.Class or TypeKind.Struct && named.Contains(heir)).ToList();
        return found.Count > 0 ? found : heirs;
    }
}
