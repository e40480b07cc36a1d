using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Requirements;

/// <summary>Whose keys encrypt data at rest; the provider's lift what is asked of the whole application.</summary>
public sealed record EncryptionRequirement(RequirementLine Line) : Requirement(Line)
{
    public const string OwnKeys = "own_keys";

    public const string ProviderKeys = "provider_keys";

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        Value == OwnKeys && !variant.Traits.OwnKeys ? Misses(ProviderKeys, 1) : null;

    public override Wish Ask(Wish wish) => wish with { OwnKeys = Value == OwnKeys };
}
