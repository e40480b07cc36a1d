using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Factories of services that wait for something in the unit to ask for what they make.</summary>
internal sealed class WaitingFactories
{
    private readonly Dictionary<ISymbol, List<(IMethodSymbol Function, Registration Registration)>> waiting = new(SymbolEqualityComparer.Default);
    private readonly SourceProgram program;
    private readonly StartedProcess? started;

    public WaitingFactories(IEnumerable<(IMethodSymbol Function, Registration? Registration)> factories, SourceProgram program, StartedProcess? started)
    {
        this.program = program;
        this.started = started;
        foreach (var (function, registration) in factories)
        {
            if (registration is not { Service: { } service })
            {
                continue;
            }

            if (!waiting.TryGetValue(KeyOf(service), out var list))
            {
                waiting[KeyOf(service)] = list = [];
            }

            list.Add((function, registration));
        }
    }

    public bool IsEmpty => waiting.Values.All(each => each.Count == 0);

    /// <summary>The factories that a service is made by, and those of what it is made of as a generic type: each is given once.</summary>
    public IReadOnlyList<IMethodSymbol> AskedFor(ServiceRequest asked)
    {
        var found = new List<IMethodSymbol>();
        var pending = new Stack<ServiceRequest>([asked]);
        while (pending.Count > 0 && waiting.Count > 0)
        {
            var request = pending.Pop();
            switch (request.Type)
            {
                // What is not known before run time may be any. What stands for a type parameter is asked for where that is known.
                case null or IDynamicTypeSymbol:
                    found.AddRange(waiting.Values.SelectMany(each => each).Select(each => each.Function));
                    waiting.Clear();
                    break;
                case IArrayTypeSymbol array:
                    pending.Push(ServiceRequest.Any(array.ElementType));
                    break;
                case INamedTypeSymbol named:
                    Take(request, named, found);

                    // A definition stands for whatever is made of it, and is made of nothing.
                    (SymbolEqualityComparer.Default.Equals(named, named.OriginalDefinition) ? [] : named.TypeArguments).ToList().ForEach(argument => pending.Push(request.Within(named, argument)));
                    break;
            }
        }

        return found;
    }

    private void Take(ServiceRequest request, INamedTypeSymbol service, List<IMethodSymbol> found)
    {
        if (waiting.TryGetValue(KeyOf(service), out var list))
        {
            var taken = list.Where(each => request.Fits(each.Registration.Key) && (request.IsMany || started?.IsOverridden(each.Registration) != true)).ToList();
            found.AddRange(taken.Select(each => each.Function));
            taken.ForEach(each => list.Remove(each));
        }
    }

    // An open generic type of the source is asked for by any type made of it.
    private ITypeSymbol KeyOf(ITypeSymbol service) => program.Declares(service) ? service.OriginalDefinition : service;
}
