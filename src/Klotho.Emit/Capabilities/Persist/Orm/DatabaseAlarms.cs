using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Persist.Orm;

/// <summary>What somebody must hear of before a database stops serving.</summary>
internal static class DatabaseAlarms
{
    private const string Metrics = "AWS/RDS";
    private const long BytesOfGb = 1L << 30;
    private const int BusyPercent = 90;
    private const int BusyPeriods = 3;

    /// <summary>An instance has the storage and the processors that the plan gave it.</summary>
    public static IEnumerable<Alarm> OfInstance(NodeLowering node)
    {
        var instance = new[] { new InputValue.Entry("DBInstanceIdentifier", new InputValue.Reference(node.Name(), "identifier")) }.ToEquatableArray();
        return
        [
            new("storage", $"Less than a tenth of the storage of {node.Id.Name} is free.", (Metrics, "FreeStorageSpace"), instance, node.Whole("allocated_storage") * BytesOfGb / 10)
            {
                Statistic = "Minimum",
                Below = true,
            },
            Busy(node, "processor", "CPUUtilization", instance),
        ];
    }

    /// <summary>A cluster's storage grows by itself, its capacity up to what the plan allows.</summary>
    public static IEnumerable<Alarm> OfCluster(NodeLowering node) =>
        [Busy(node, "capacity", "ACUUtilization", new([new("DBClusterIdentifier", new InputValue.Reference(node.Name(), "clusterIdentifier"))]))];

    private static Alarm Busy(NodeLowering node, string part, string metric, EquatableArray<InputValue.Entry> whose) =>
        new(part, $"{node.Id.Name} has worked at its limit for a quarter of an hour.", (Metrics, metric), whose, BusyPercent)
        {
            Statistic = "Average",
            Periods = BusyPeriods,
        };
}
