using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>The part of the time in which something answers; for the application, what each of its parts must promise.</summary>
public sealed record AvailabilityRequirement(RequirementLine Line, Share Least) : Requirement(Line)
{
    public static readonly RequirementKind Kind = RequirementKind.Of(
        "availability",
        Aspects.None,
        new QuantityKey("The part of the time in which it answers. For the application: what each part must promise.", Share.Format, "99.95%"),
        line => new AvailabilityRequirement(line, Share.Parse(line.Text)));

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        variant.Traits.Availability < Least ? Misses($"{variant.Traits.Availability}", (Least.Percent - variant.Traits.Availability.Percent) / Least.Percent) : null;

    public override Wish Ask(Wish wish) => wish with { Availability = Least };
}
