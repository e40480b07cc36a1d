using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>That it is reached through the application's private network only; <c>any</c> lifts what is asked of the whole application.</summary>
public sealed record NetworkRequirement(RequirementLine Line) : Requirement(Line)
{
    private const string OnlyPrivate = "private";

    private const string Any = "any";

    public static readonly RequirementKind Kind = RequirementKind.Of(
        "network",
        Aspects.InNetwork,
        new ScalarKey("Whether it must be reached through the private network only. Gateways and static units are meant to be public.", new ParameterValue.Text(Any),
            Choices: new([new ParameterValue.Text(OnlyPrivate), new ParameterValue.Text(Any)])),
        line => new NetworkRequirement(line));

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        Value == OnlyPrivate && variant.Traits.Network != NetworkPlace.Private ? Misses(Any, 1) : null;

    public override Wish Ask(Wish wish) => wish with { PrivateNetwork = Value == OnlyPrivate };
}
