using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>How large one request, message or item is.</summary>
public sealed record PayloadRequirement(RequirementLine Line, DataSize Payload) : Requirement(Line)
{
    public override Demand Use(Demand demand) => demand with { Payload = Payload };

    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        variant.Traits.MaxPayload is { } most && most < Payload ? Misses($"{most}", 1 - ((decimal)most.Bytes / Payload.Bytes)) : null;
}
