using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>That no request waits for a host to start; <c>allowed</c> lifts what is asked of the whole application.</summary>
public sealed record ColdStartRequirement(RequirementLine Line) : Requirement(Line)
{
    private const string Forbidden = "none";

    private const string Allowed = "allowed";

    public static readonly RequirementKind Kind = RequirementKind.Of(
        "cold_start",
        Aspects.RunsCode,
        new ScalarKey("Whether the first request after a pause may wait for a host to start.", new ParameterValue.Text(Allowed),
            Choices: new([new ParameterValue.Text(Forbidden), new ParameterValue.Text(Allowed)])),
        line => new ColdStartRequirement(line));

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        Value == Forbidden && variant.Traits.ColdStart is not null ? Misses(Allowed, 1) : null;

    public override Wish Ask(Wish wish) => wish with { NoColdStart = wish.NoColdStart || Value == Forbidden };
}
