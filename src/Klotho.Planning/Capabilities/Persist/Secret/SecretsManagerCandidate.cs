using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.Secret;

/// <summary>A secret whose value the operator sets outside the program.</summary>
public sealed class SecretsManagerCandidate : Candidate
{
    public override CandidateType Type => new("secrets_manager");

    public override string Title => "AWS Secrets Manager secret";

    public override string DefaultReason => "encrypted, audited, never in the program's state";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("recovery_window_days", 30, 7, 30, "How many days a deleted secret can be brought back."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new("secretsmanager");

    /// <summary>Units keep what they read, so that few requests reach the service.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts)
            .Standing("secret", 1, "secrets_manager.secret")
            .Use("reads", context.Facts["secret.reads"], "secrets_manager.request");
        return WithPrivateWay(Hosting(ParameterSet.Of(this, context), new(
            LatencyFigures.Of(context.Facts, "parameter"),
            context.Facts.Percent("sla.secrets_manager"),
            ScalesToZero: false,
            MaxPayload: DataSize.OfKiB(Limit("value")),
            DataLoss: Duration.Zero,
            Recovery: Duration.Zero), cost), context);
    }
}
