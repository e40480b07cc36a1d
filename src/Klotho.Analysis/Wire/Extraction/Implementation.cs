using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>How a type implements or derives from a generic one.</summary>
internal static class Implementation
{
    /// <summary>The interface as the type implements it, or the type itself where it is that interface.</summary>
    public static INamedTypeSymbol? Of(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol named && named.Is(name) ? named : type.AllInterfaces.FirstOrDefault(each => each.Is(name));

    /// <summary>The base class of the name, or the type itself.</summary>
    public static INamedTypeSymbol? Base(ITypeSymbol type, string name)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (current.Is(name))
            {
                return current;
            }
        }

        return null;
    }
}
