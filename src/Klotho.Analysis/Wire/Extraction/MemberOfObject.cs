using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>A property or field that takes part in JSON. It lives as long as the compilation.</summary>
internal sealed record MemberOfObject(ISymbol Symbol, string Name, WireOptions Options)
{
    // Values of JsonIgnoreCondition.
    private const int Never = 0, Always = 1, WhenDefault = 2, WhenNull = 3, WhenWriting = 4, WhenReading = 5;

    public ITypeSymbol Type => Symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)Symbol).Type;

    public bool IsIgnored => Condition == Always;

    public bool IsExtension => Symbol.Json("JsonExtensionData") is not null;

    /// <summary>Whether it says itself when it is left out, so that the options do not.</summary>
    public bool HasCondition => Condition is not null;

    public bool HasGetter => Condition is not (Always or WhenWriting) && Symbol switch
    {
        IPropertySymbol { GetMethod: { } getter } => IsOpen(getter),
        IFieldSymbol => true,
        _ => false,
    };

    public bool HasSetter => Condition is not (Always or WhenReading) && Symbol switch
    {
        IPropertySymbol { SetMethod: { } setter } => IsOpen(setter),
        IFieldSymbol variable => !variable.IsReadOnly,
        _ => false,
    };

    /// <summary>Whether reading is switched off by its own word.</summary>
    public bool IsNeverRead => Condition is Always or WhenReading;

    public bool IsVirtual => Symbol.IsVirtual || Symbol.IsOverride || Symbol.IsAbstract;

    private int? Condition => Symbol.Json("JsonIgnore") is { } ignore ? ignore.Named("Condition") as int? ?? Always : null;

    public WireOmission Omission(bool canBeNull) => Condition switch
    {
        WhenDefault => canBeNull ? WireOmission.Null : WireOmission.Default,
        WhenNull => WireOmission.Null,
        Never or WhenWriting or WhenReading => WireOmission.Never,
        _ => Options.Omission switch
        {
            WireOmission.Default when !canBeNull => WireOmission.Default,
            WireOmission.Never => WireOmission.Never,
            _ => canBeNull ? WireOmission.Null : WireOmission.Never,
        },
    };

    public bool IsBoundTo(IParameterSymbol parameter) =>
        string.Equals(Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(Type, parameter.Type);

    /// <summary>Whether a type that derives from this member's has a member that takes its place.</summary>
    public bool IsHiddenBy(MemberOfObject other) =>
        Symbol.Name == other.Symbol.Name
        && (SymbolEqualityComparer.Default.Equals(Symbol.ContainingType, other.Symbol.ContainingType)
            || DerivesFrom(other.Symbol.ContainingType, Symbol.ContainingType));

    public bool IsOverriddenAndIgnored(MemberOfObject ignored) =>
        Symbol.Name == ignored.Symbol.Name && IsVirtual && ignored.IsVirtual && SymbolEqualityComparer.Default.Equals(Type, ignored.Type);

    private bool IsOpen(IMethodSymbol accessor) =>
        accessor.DeclaredAccessibility == Accessibility.Public || Symbol.Json("JsonInclude") is not null;

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, ancestor))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(each => SymbolEqualityComparer.Default.Equals(each, ancestor));
    }
}
