using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Sources;

/// <summary>The types that the program declares, and who implements and overrides what.</summary>
public sealed class SourceTypes
{
    private readonly Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> heirs = new(SymbolEqualityComparer.Default);

    private SourceTypes(ImmutableArray<INamedTypeSymbol> all)
    {
        All = all;
        foreach (var type in all)
        {
            foreach (var ancestor in Ancestors(type))
            {
                if (!heirs.TryGetValue(ancestor, out var list))
                {
                    heirs[ancestor] = list = [];
                }

                list.Add(type);
            }
        }
    }

    /// <summary>Classes, structs and interfaces, in a fixed order.</summary>
    public ImmutableArray<INamedTypeSymbol> All { get; }

    public static SourceTypes Of(SourceProgram program, CancellationToken cancel)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var compilation in program.Compilations)
        {
            cancel.ThrowIfCancellationRequested();
            var spaces = new Stack<INamespaceOrTypeSymbol>([compilation.Assembly.GlobalNamespace]);
            while (spaces.Count > 0)
            {
                foreach (var member in spaces.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
                {
                    spaces.Push(member);
                    if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type)
                    {
                        found.Add(type);
                    }
                }
            }
        }

        return new(found.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ToImmutableArray());
    }

    /// <summary>The types that derive from or implement the type, at any distance.</summary>
    public IReadOnlyList<INamedTypeSymbol> HeirsOf(INamedTypeSymbol type) =>
        heirs.TryGetValue(type.OriginalDefinition, out var list) ? list : [];

    /// <summary>The bodies that a call of the method can end in, itself among them where it has one.</summary>
    public IEnumerable<IMethodSymbol> TargetsOf(IMethodSymbol method)
    {
        if (!method.IsAbstract)
        {
            yield return method;
        }

        if (method is not ({ IsVirtual: true } or { IsAbstract: true } or { IsOverride: true }))
        {
            yield break;
        }

        foreach (var heir in HeirsOf(method.ContainingType))
        {
            var target = method.ContainingType.TypeKind == TypeKind.Interface ? Implementation(heir, method) : Override(heir, method);
            if (target is not null)
            {
                yield return target;
            }
        }
    }

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        // The member of the interface as the type implements it: type arguments filled in.
        var constructed = type.AllInterfaces.FirstOrDefault(each =>
            SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, method.ContainingType.OriginalDefinition));
        var member = constructed?.GetMembers(method.Name).FirstOrDefault(each =>
            SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, method.OriginalDefinition));
        return member is null || type.TypeKind == TypeKind.Interface
            ? null
            : type.FindImplementationForInterfaceMember(member)?.OriginalDefinition as IMethodSymbol;
    }

    private static IMethodSymbol? Override(INamedTypeSymbol type, IMethodSymbol method) =>
        type.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(candidate =>
        {
            for (var current = candidate.OverriddenMethod; current is not null; current = current.OverriddenMethod)
            {
                if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method.OriginalDefinition))
                {
                    return true;
                }
            }

            return false;
        });

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current.OriginalDefinition;
        }

        foreach (var each in type.AllInterfaces.Select(each => each.OriginalDefinition).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
        {
            yield return each;
        }
    }
}
