using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How much of what was written last may be lost (recovery point objective).</summary>
public sealed record DataLossRequirement(RequirementLine Line, Duration Most) : Requirement(Line)
{
    /// <summary>A variant without a figure keeps nothing that is worth restoring, or says nothing of it: no promise at all.</summary>
    public override Shortfall? Judge(Variant variant, VariantContext context) => variant.Traits.DataLoss switch
    {
        { } loses when loses <= Most => null,
        { } loses => Misses($"{loses}", RecoveryRequirement.Beyond(loses, Most)),
        null => Misses("no promise", 1),
    };

    public override Wish Ask(Wish wish) => wish with { DataLoss = Most };
}
