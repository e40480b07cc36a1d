using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Payloads;

/// <summary>The type within a payload that keeps it from being read back, where it is declared in the project.</summary>
internal static class PayloadCulprit
{
    private const string TypeArgument = "1";

    public static (INamedTypeSymbol? Type, TypeDeclarationSyntax? Declaration) Of(FixPlace place)
    {
        if (!place.Diagnostic.Properties.TryGetValue(TypeArgument, out var name) || name is null)
        {
            return default;
        }

        var type = Named(place, name);
        return (type, type?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(place.Cancel) as TypeDeclarationSyntax);
    }

    /// <summary>The type of the project that schemas call so.</summary>
    public static INamedTypeSymbol? Named(FixPlace place, string name) =>
        place.Model.Compilation.GetSymbolsWithName(name.Split('.').Last(), SymbolFilter.Type, place.Cancel)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault(each => WireTypeNames.Of(each).Value == name);
}
