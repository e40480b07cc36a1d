using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Config;

/// <summary>A Parameter Store parameter; a SecureString where the annotation says secret.</summary>
public sealed class ParameterStoreCandidate : Candidate
{
    public override CandidateType Type => new("ssm");

    public override string Title => "AWS Systems Manager parameter";

    public override string DefaultReason => "free, versioned, encrypted where it is secret";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("tier", "Standard", ["Standard", "Advanced"], "Standard is free and holds 4 KB; Advanced is billed and holds 8 KB."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new("ssm");

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var parameters = ParameterSet.Of(this, context);
        return WithPrivateWay(Hosting(parameters, ParameterStore.Traits(context, parameters), ParameterStore.Cost(context, parameters)), context);
    }
}
