using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Notes what the type parameters of generic code stand for where that is used.</summary>
internal sealed class GenericCode(SourceProgram program)
{
    /// <summary>Of a method that is called, and of the type that has it.</summary>
    public void Read(IMethodSymbol method, BodySummary summary)
    {
        if (method.IsGenericMethod)
        {
            summary.Bound.Add(((method.ReducedFrom ?? method).OriginalDefinition, method.TypeArguments));
        }

        Read(method.ContainingType, summary);
    }

    /// <summary>Of a type of which there is an object, or whose members are used.</summary>
    public void Read(INamedTypeSymbol? type, BodySummary summary)
    {
        for (var current = type; current is { IsGenericType: true }; current = current.ContainingType)
        {
            // Within itself a type is what it is made of elsewhere.
            if (current.TypeParameters.Length > 0 && program.Declares(current) && !SymbolEqualityComparer.Default.Equals(current, current.OriginalDefinition))
            {
                summary.Bound.Add((current.OriginalDefinition, current.TypeArguments));
            }
        }
    }
}
