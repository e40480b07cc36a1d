using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>How execution units are hosted.</summary>
public static class ExecUnitHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("exec_unit"),
        Section: new(["execution_units"]),
        Noun: "execution units",
        Description: "How each execution unit is hosted, by its id.",
        Candidates: new([new LambdaCandidate(), new FargateCandidate(), new KubernetesCandidate()]))
    {
        Aspects = Aspects.RunsCode | Aspects.Serves | Aspects.InNetwork | Aspects.WritesLogs,
    };
}
