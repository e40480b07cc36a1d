using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities;

/// <summary>What CloudWatch Logs allows and costs, for every candidate that writes logs.</summary>
internal static class CloudWatchLogs
{
    private const decimal KiBPerGiB = 1024 * 1024;
    private const decimal DaysPerMonth = 365m / 12;

    /// <summary>The only retentions that <c>PutRetentionPolicy</c> accepts (CloudWatch Logs API Reference, 2026-11-22).</summary>
    public static readonly long[] RetentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <summary>A line or so for each use, kept that long.</summary>
    public static CostSheet Logs(this CostSheet sheet, VariantContext context, long days) => sheet.Logs(context, context.Demand.Average.PerMonth, days);

    /// <summary>The same for a number of uses a month that is not the node's demand.</summary>
    public static CostSheet Logs(this CostSheet sheet, VariantContext context, decimal uses, long days)
    {
        var written = uses * context.Facts["log.per_use"] / KiBPerGiB;
        return sheet
            .Use("logs written", written, "logs.ingested")
            .Use($"logs kept {days} days", written * days / DaysPerMonth, "logs.stored");
    }
}
