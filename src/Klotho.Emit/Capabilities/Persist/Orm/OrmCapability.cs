using Klotho.Planning.Capabilities.Persist.Orm;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>Relational databases from planning to emission.</summary>
public static class OrmCapability
{
    public static readonly Capability Capability = new(
        OrmHosting.Capability,
        new([new RdsPostgresLowering(), new AuroraServerlessLowering(), new ClusterPostgresLowering()]),
        new("Database", NodeShape.Cylinder, "M4 6h16v12H4zM4 10h16M10 10v8M16 10v8", "#2e6db4", HoldsState: true));
}
