using Klotho.Planning.Catalogue;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>How many processes of a size a unit's load takes, for every candidate that runs processes around the clock.</summary>
/// <param name="OneServes">What one of them serves before scaling adds another.</param>
/// <param name="Average">How many the month's average takes.</param>
/// <param name="Peak">How many the busiest minute takes.</param>
internal sealed record UnitLoad(Rate OneServes, long Average, long Peak)
{
    private const decimal ShortestWork = 0.001m;

    public static UnitLoad Of(VariantContext context, decimal processors)
    {
        var work = Math.Max(context.Demand.WorkPerRequest.Seconds, ShortestWork);
        var serves = processors / work * context.Facts["load.target"] / 100;
        return new(new(serves), Processes(context.Demand.Average, serves), Processes(context.Demand.Peak, serves));
    }

    private static long Processes(Rate rate, decimal serves) => (long)Math.Max(1, Math.Ceiling(rate.PerSecond / serves));
}
