using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>That something costs nothing while nobody uses it; <c>false</c> lifts what is asked of the whole application.</summary>
public sealed record ScaleToZeroRequirement(RequirementLine Line, bool Wanted) : Requirement(Line)
{
    public static readonly RequirementKind Kind = RequirementKind.Of(
        "scale_to_zero",
        Aspects.None,
        new ScalarKey("Whether it must cost nothing while nobody uses it.", new ParameterValue.Truth(false)),
        line => new ScaleToZeroRequirement(line, line.Setting.Value is ParameterValue.Truth { Value: true }));

    public override Shortfall? Judge(Variant variant, VariantContext context) => Wanted && !variant.Traits.ScalesToZero ? Misses("false", 1) : null;
}
