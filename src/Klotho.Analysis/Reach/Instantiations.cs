using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// What the type parameters of the source stand for in one unit: what is written or inferred where the bodies that it reaches call generic code,
/// and what the lists of bases say of types of which it can have objects.
/// </summary>
internal sealed class Instantiations
{
    private readonly Dictionary<ISymbol, HashSet<ITypeSymbol>> bound = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> unseen = new(SymbolEqualityComparer.Default);
    private readonly bool isUnknown;

    public Instantiations(UnitClosure closure, SourceTypes types)
    {
        var started = closure.Started ?? StartedProcess.Nothing;
        var summaries = closure.Bodies.Select(body => body.Summary).Concat(started.Summaries).ToList();
        isUnknown = summaries.Any(summary => summary.Reflections.Count > 0) || closure.Scans.Any();
        if (isUnknown)
        {
            return;
        }

        unseen.UnionWith(closure.Bodies.Where(body => body.IsOpen && body.Method.IsGenericMethod).Select(body => body.Method));
        unseen.UnionWith(closure.Opened.Concat(started.Opened));
        foreach (var (generic, arguments) in summaries.SelectMany(summary => summary.Bound))
        {
            Bind(generic, arguments, types);
        }

        foreach (var type in closure.Alive.Concat(started.Existing).OfType<INamedTypeSymbol>())
        {
            type.AllInterfaces.ToList().ForEach(Bind);
            for (var current = type.BaseType; current is not null; current = current.BaseType)
            {
                Bind(current);
            }
        }
    }

    /// <summary>The type and all that stands for type parameters in it; null where something may that is not seen, by reflection for example.</summary>
    public IReadOnlyCollection<ITypeSymbol>? Of(ITypeSymbol type)
    {
        var found = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (!found.Add(next))
            {
                continue;
            }

            if (next is ITypeParameterSymbol parameter)
            {
                if (isUnknown || unseen.Contains(parameter.ContainingSymbol) || !bound.TryGetValue(parameter, out var known))
                {
                    return null;
                }

                known.ToList().ForEach(pending.Push);
            }
            else
            {
                ParametersIn(next).ForEach(pending.Push);
            }
        }

        var types = found.Where(each => each is not ITypeParameterSymbol).ToList();
        return types.Count > 0 ? types : null;
    }

    /// <summary>Whether a type is or has a type parameter.</summary>
    public static bool IsOpen(ITypeSymbol type) => type is ITypeParameterSymbol or IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } && ParametersIn(type).Count > 0;

    /// <summary>What is asked for by requests with type parameters: for each the services that these stand for in the unit, or one that is not known.</summary>
    public static IReadOnlyList<(ServiceRequest Service, ReachedBody? From)> Known(IReadOnlyList<(ServiceRequest Service, ReachedBody? From)> requests, UnitClosure closure, SourceTypes types)
    {
        if (requests.Count == 0)
        {
            return [];
        }

        var instantiations = new Instantiations(closure, types);
        return requests.SelectMany(request => instantiations.Known(request.Service).Select(known => (known, request.From))).ToList();
    }

    private IEnumerable<ServiceRequest> Known(ServiceRequest request)
    {
        if (request.Type is not { } open || Of(open) is not { } known)
        {
            return [ServiceRequest.Any(null)];
        }

        return known.Where(type => !IsOpen(type)).Select(type => open is ITypeParameterSymbol ? request with { Type = type } : ServiceRequest.Any(type));
    }

    private void Bind(ISymbol generic, IReadOnlyList<ITypeSymbol> arguments, SourceTypes types)
    {
        if (generic is INamedTypeSymbol type)
        {
            Bind(type, type.TypeParameters, arguments);
        }
        else if (generic is IMethodSymbol method)
        {
            foreach (var target in types.TargetsOf(method).Prepend(method))
            {
                Bind(target, target.TypeParameters, arguments);
                Bind(target, target.PartialImplementationPart?.TypeParameters ?? target.TypeParameters, arguments);
            }
        }
    }

    private void Bind(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            Bind(current.OriginalDefinition, current.OriginalDefinition.TypeParameters, current.TypeArguments);
        }
    }

    private void Bind(ISymbol generic, IReadOnlyList<ITypeParameterSymbol> parameters, IReadOnlyList<ITypeSymbol> arguments)
    {
        // As it is called on its receiver, an extension may show fewer type parameters than it has.
        if (parameters.Count != arguments.Count)
        {
            unseen.Add(generic);
            return;
        }

        for (var index = 0; index < parameters.Count; index++)
        {
            if (!bound.TryGetValue(parameters[index], out var known))
            {
                bound[parameters[index]] = known = new(SymbolEqualityComparer.Default);
            }

            known.Add(arguments[index]);
        }
    }

    private static List<ITypeSymbol> ParametersIn(ITypeSymbol type)
    {
        var found = new List<ITypeSymbol>();
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case ITypeParameterSymbol parameter:
                    found.Add(parameter);
                    break;
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol named:
                    for (var current = named; current is not null; current = current.ContainingType)
                    {
                        current.TypeArguments.ToList().ForEach(pending.Push);
                    }

                    break;
            }
        }

        return found;
    }
}
