using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The types of the source that a serializer comes by when it is given one of them: through properties, elements, type arguments and heirs.</summary>
internal static class SerializedTypes
{
    /// <summary>What runs when values of the type are taken apart or put together.</summary>
    public static List<IMethodSymbol> AccessorsOf(INamedTypeSymbol type) => type.GetMembers().OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, IsStatic: false, IsAbstract: false, Parameters.Length: < 2 })
        .ToList();

    public static IEnumerable<INamedTypeSymbol> Of(ITypeSymbol type, SourceProgram program, SourceTypes types)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next is IArrayTypeSymbol array)
            {
                pending.Push(array.ElementType);
            }

            if (next is not INamedTypeSymbol named)
            {
                continue;
            }

            foreach (var argument in named.TypeArguments.Where(argument => argument is not ITypeParameterSymbol && seen.Add(argument)))
            {
                pending.Push(argument);
            }

            if (!program.Declares(named) || !seen.Add(named.OriginalDefinition))
            {
                continue;
            }

            yield return named.OriginalDefinition;
            foreach (var found in types.HeirsOf(named).Concat(named.BaseType is { } parent ? [parent] : [])
                .Concat(named.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic).Select(property => property.Type)))
            {
                pending.Push(found);
            }
        }
    }
}
