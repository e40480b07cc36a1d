using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>What it must be able to move to; <c>none</c> lifts what is asked of the whole application.</summary>
public sealed record PortabilityRequirement(RequirementLine Line) : Requirement(Line)
{
    private const string Anywhere = "kubernetes";

    private const string Nowhere = "none";

    public static readonly RequirementKind Kind = RequirementKind.Of(
        "portability",
        Aspects.None,
        new ScalarKey("What it must be able to move to: any Kubernetes cluster, or nothing.", new ParameterValue.Text(Nowhere),
            Choices: new([new ParameterValue.Text(Anywhere), new ParameterValue.Text(Nowhere)])),
        line => new PortabilityRequirement(line));

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        Value == Anywhere && variant.Traits.Portability != Portability.Kubernetes ? Misses(Nowhere, 1) : null;
}
