using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How long until a store serves again after the loss of a zone (recovery time objective).</summary>
public sealed record RecoveryRequirement(RequirementLine Line, Duration Most) : Requirement(Line)
{
    public override Shortfall? Judge(Variant variant, VariantContext context) => variant.Traits.Recovery switch
    {
        { } takes when takes <= Most => null,
        { } takes => Misses($"{takes}", Beyond(takes, Most)),
        null => Misses("no promise", 1),
    };

    /// <summary>How far a time is beyond what is allowed, as a part of itself, so that an allowance of zero can be missed by a figure too.</summary>
    internal static decimal Beyond(Duration taken, Duration most) => 1 - ((decimal)most.Microseconds / taken.Microseconds);
}
