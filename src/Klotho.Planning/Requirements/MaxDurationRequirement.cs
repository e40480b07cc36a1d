using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How long one request or message may take; the host must let it.</summary>
public sealed record MaxDurationRequirement(RequirementLine Line, Duration Least) : Requirement(Line)
{
    public static readonly RequirementKind Kind = RequirementKind.Of(
        "max_duration",
        Aspects.RunsCode,
        new QuantityKey("How long one request or message may take; the host must let it.", Duration.Format, "20min"),
        line => new MaxDurationRequirement(line, Duration.Parse(line.Text)));

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        variant.Traits.MaxDuration is { } most && most < Least ? Misses($"{most}", 1 - ((decimal)most.Microseconds / Least.Microseconds)) : null;

    public override Wish Ask(Wish wish) => wish with { MaxDuration = Least };
}
