using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Which members are marked with <c>[Sensitive]</c>: by their own mark, that of what they override, or of the parameter that they come from.</summary>
internal static class Sensitivity
{
    public const string Attribute = "Klotho.SensitiveAttribute";

    public static bool Of(ISymbol member, IParameterSymbol? parameter)
    {
        for (var property = member as IPropertySymbol; property is not null; property = property.OverriddenProperty)
        {
            if (IsMarked(property))
            {
                return true;
            }
        }

        return parameter is not null && IsMarked(parameter);
    }

    /// <summary>The member of a type whose values the mark hides; null where it stands on nothing that is written under a name of its own.</summary>
    public static (MemberOfObject? Member, string? Wrong) Find(ISymbol marked, WireOptions options)
    {
        var type = marked is IParameterSymbol parameter ? parameter.ContainingSymbol?.ContainingType : marked.ContainingType;
        if (type is null || (marked is IParameterSymbol argument && !SymbolEqualityComparer.Default.Equals(ConstructorChoice.Of(type).Method, argument.ContainingSymbol)))
        {
            return (null, "is no parameter of a constructor that System.Text.Json calls");
        }

        var members = MemberList.Of(type, options).All;
        var member = members.FirstOrDefault(each => marked is IParameterSymbol bound ? each.IsBoundTo(bound) : SymbolEqualityComparer.Default.Equals(each.Symbol, marked));
        return member switch
        {
            _ when type.Converter() is not null => (null, "is written by the converter of its type, which knows no mark"),
            null => (null, marked is IParameterSymbol ? "is no property of the same type, so nothing is written of it" : "is not public, so it is not written as JSON"),
            { IsIgnored: true } => (null, "has [JsonIgnore], so it is not written as JSON"),
            { IsExtension: true } => (null, "holds what has no member of its own"),
            _ => (member, null),
        };
    }

    /// <summary>The parameter of its type's constructor that a member comes from.</summary>
    public static IParameterSymbol? ParameterOf(MemberOfObject member) =>
        ConstructorChoice.Of(member.Symbol.ContainingType).Method?.Parameters.FirstOrDefault(member.IsBoundTo);

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass.Is(Attribute));
}
