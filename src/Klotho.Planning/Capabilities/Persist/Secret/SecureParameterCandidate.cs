using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.Persist.Secret;

/// <summary>An encrypted parameter whose value each stack configures.</summary>
public sealed class SecureParameterCandidate : Candidate
{
    public override CandidateType Type => new("ssm");

    public override string Title => "AWS Systems Manager secure parameter";

    public override string DefaultReason => "free and encrypted; the value comes from the stack's configuration";

    public override string Drawback => "the value is in the stack's state, encrypted; no rotation";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Choice("tier", "Standard", ["Standard", "Advanced"], "Standard is free and holds 4 KB, Advanced is billed and holds 8 KB."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new("ssm");

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var parameters = ParameterSet.Of(this, context);
        return WithPrivateWay(Hosting(parameters, ParameterStore.Traits(context, parameters), ParameterStore.Cost(context, parameters)), context);
    }
}
