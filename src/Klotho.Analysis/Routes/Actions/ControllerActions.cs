using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes.Actions;

/// <summary>Which classes are controllers and which of their methods are actions, by the rules of ASP.NET Core's own providers.</summary>
internal static class ControllerActions
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    public static bool IsController(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false, DeclaredAccessibility: Accessibility.Public, ContainingType: null }
        && !Inherited(type).Any(each => Has(each, "NonControllerAttribute"))
        && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || Inherited(type).Any(each => Has(each, "ControllerAttribute")));

    public static IEnumerable<IMethodSymbol> Of(INamedTypeSymbol type) =>
        Inherited(type)
            .TakeWhile(each => !each.Is(Mvc + "ControllerBase") && !each.Is(Mvc + "Controller") && each.SpecialType != SpecialType.System_Object)
            .SelectMany(each => each.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
                && !Overridden(method).Any(each => Has(each, "NonActionAttribute"))
                && !IsFromObjectOrDisposable(method))
            .GroupBy(method => method.Name + "(" + string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString())) + ")")
            .Select(group => group.First());

    /// <summary>The class and those that it derives from.</summary>
    public static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The method and those that it overrides.</summary>
    public static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }

    /// <summary>The first text that an attribute of the symbols is made with, or null.</summary>
    public static string? Argument(IEnumerable<ISymbol> symbols, string attribute) => symbols
        .Select(symbol => symbol.GetAttributes().FirstOrDefault(each => each.AttributeClass.Is(Mvc + attribute)))
        .FirstOrDefault(found => found is not null)?
        .ConstructorArguments.FirstOrDefault().Value as string;

    // Attributes that derive from the one that is asked for count too.
    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(each => each.AttributeClass.Is(Mvc + attribute) || each.AttributeClass.DerivesFrom(Mvc + attribute));

    private static bool IsFromObjectOrDisposable(IMethodSymbol method) =>
        Overridden(method).Last().ContainingType.SpecialType == SpecialType.System_Object
        || (method is { Name: "Dispose", Parameters.Length: 0 } && method.ContainingType.AllInterfaces.Any(each => each.SpecialType == SpecialType.System_IDisposable));
}
