using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Requirements;

/// <summary>Whose keys encrypt data at rest; the provider's lift what is asked of the whole application.</summary>
public sealed record EncryptionRequirement(RequirementLine Line) : Requirement(Line)
{
    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        Value == EncryptionKeys.Own && !variant.Traits.OwnKeys ? Misses(EncryptionKeys.OfProvider, 1) : null;

    public override Wish Ask(Wish wish) => wish with { OwnKeys = Value == EncryptionKeys.Own };
}
