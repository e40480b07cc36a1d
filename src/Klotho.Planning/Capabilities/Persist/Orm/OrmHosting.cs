using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.Persist.Orm;

/// <summary>How relational databases are hosted.</summary>
public static class OrmHosting
{
    public static readonly HostedCapability Capability = new(
        Kind: new("orm"),
        Section: new(["persisted", "orm"]),
        Noun: "relational databases",
        Description: "How each relational database is hosted, by its id.",
        Candidates: new([new RdsPostgresCandidate(), new AuroraServerlessCandidate(), new ClusterPostgresCandidate()]))
    {
        Aspects = Aspects.Serves | Aspects.KeepsData | Aspects.InNetwork,
    };
}
