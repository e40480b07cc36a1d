using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Factories of services that wait for something in the unit to ask for what they make.</summary>
internal sealed class WaitingFactories
{
    private readonly Dictionary<ISymbol, List<IMethodSymbol>> waiting = new(SymbolEqualityComparer.Default);
    private readonly SourceProgram program;

    public WaitingFactories(IEnumerable<(IMethodSymbol Function, ITypeSymbol? Service)> factories, SourceProgram program)
    {
        this.program = program;
        foreach (var (function, service) in factories)
        {
            if (service is null)
            {
                continue;
            }

            if (!waiting.TryGetValue(KeyOf(service), out var list))
            {
                waiting[KeyOf(service)] = list = [];
            }

            list.Add(function);
        }
    }

    /// <summary>The factories that a service is made by, and those of what it is made of as a generic type: each is given once.</summary>
    public IReadOnlyList<IMethodSymbol> AskedFor(ITypeSymbol? service)
    {
        var found = new List<IMethodSymbol>();
        var pending = new Stack<ITypeSymbol?>([service]);
        while (pending.Count > 0 && waiting.Count > 0)
        {
            switch (pending.Pop())
            {
                // What is not known before run time may be any.
                case null or ITypeParameterSymbol or IDynamicTypeSymbol:
                    found.AddRange(waiting.Values.SelectMany(each => each));
                    waiting.Clear();
                    break;
                case IArrayTypeSymbol array:
                    pending.Push(array.ElementType);
                    break;
                case INamedTypeSymbol named:
                    if (waiting.TryGetValue(KeyOf(named), out var asked))
                    {
                        found.AddRange(asked);
                        waiting.Remove(KeyOf(named));
                    }

                    // A definition stands for whatever is made of it, and is made of nothing.
                    (SymbolEqualityComparer.Default.Equals(named, named.OriginalDefinition) ? [] : named.TypeArguments).ToList().ForEach(pending.Push);
                    break;
            }
        }

        return found;
    }

    // An open generic type of the source is asked for by any type made of it.
    private ITypeSymbol KeyOf(ITypeSymbol service) => program.Declares(service) ? service.OriginalDefinition : service;
}
