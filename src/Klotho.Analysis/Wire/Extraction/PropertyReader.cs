using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Reads the properties of an object that is made by a constructor.</summary>
internal sealed class PropertyReader(TypeReader types, INamedTypeSymbol type, IMethodSymbol? constructor)
{
    private readonly bool setsRequired = constructor?.GetAttributes()
        .Any(attribute => attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute")) == true;

    public WireProperty Read(MemberOfObject member)
    {
        var parameter = constructor?.Parameters.FirstOrDefault(member.IsBoundTo);
        var value = types.Value(member.Type, member.Symbol, Numbers(member.Symbol));
        var canBeNull = !member.Type.IsValueType || WireTypeNames.UnderNullable(member.Type) is not null;
        var isWritten = IsWritten(member, value.Shape);
        var isRead = !member.IsNeverRead && (IsSet(member, value.Shape) || parameter is not null || IsPopulated(member, value.Shape));
        return new(member.Name, Nulls(value, member, parameter), member.Symbol.Name)
        {
            IsRequired = IsRequired(member.Symbol, parameter),
            IsWritten = isWritten,
            IsRead = isRead,
            Omission = isWritten ? member.Omission(canBeNull) : WireOmission.Never,
            IsSensitive = Sensitivity.Of(member.Symbol, parameter),
            HasOwnDefault = isRead && OwnDefault.Has(member.Symbol, parameter, type),
        };
    }

    private bool IsWritten(MemberOfObject member, WireShape shape) =>
        member.HasGetter && (member.HasSetter || member.HasCondition || !types.Options.IgnoresReadOnlyProperties || member.Symbol is not IPropertySymbol || shape is WireList or WireMap);

    // A collection that can be set but not got is not read, unless it says when it is ignored.
    private static bool IsSet(MemberOfObject member, WireShape shape) =>
        member.HasSetter && (member.HasGetter || member.HasCondition || shape is not (WireList or WireMap));

    private bool IsPopulated(MemberOfObject member, WireShape shape)
    {
        var handling = (member.Symbol.Json("JsonObjectCreationHandling") ?? type.Json("JsonObjectCreationHandling"))?.Argument();
        var populates = handling is int own ? own == 1 : types.Options.Populates;
        return populates && member.HasGetter && shape is WireList { Kind: not WireListKind.Unreadable } or WireMap { IsReadable: true } or WireReference;
    }

    private WireValue Nulls(WireValue value, MemberOfObject member, IParameterSymbol? parameter)
    {
        if (member.Type.IsValueType || value.Shape is WireAny)
        {
            return value;
        }

        // What is filled instead of set is not asked whether it takes null.
        var isAsked = types.Options.RespectsNullability && (parameter is not null || member.HasSetter);
        var nullability = Nullability.Of(member.Symbol, parameter);
        return value with { MayBeNull = nullability.GetsNull, RefusesNull = isAsked && !nullability.TakesNull };
    }

    private bool IsRequired(ISymbol member, IParameterSymbol? parameter) =>
        member.Json("JsonRequired") is not null
        || (!setsRequired && member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
        || (types.Options.RequiresParameters && parameter is { HasExplicitDefaultValue: false });

    private WireNumbers? Numbers(ISymbol member) =>
        (member.Json("JsonNumberHandling") ?? type.Json("JsonNumberHandling"))?.Argument() is int handling ? (WireNumbers)handling : null;
}
