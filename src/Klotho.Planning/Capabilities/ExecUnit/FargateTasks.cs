using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>How many tasks of a service run, and what something costs that each of them has.</summary>
/// <param name="Least">How many always run.</param>
/// <param name="Most">How many run at most.</param>
/// <param name="Load">How many the load takes.</param>
/// <param name="Spot">Whether those above <paramref name="Least"/> run on spare capacity.</param>
internal sealed record FargateTasks(long Least, long Most, UnitLoad Load, bool Spot)
{
    private long Average => Within(Load.Average);

    private long Peak => Within(Load.Peak);

    /// <summary>What spare capacity has a price of its own for: <paramref name="price"/> with <c>.spot</c> behind it.</summary>
    public CostSheet Cost(CostSheet sheet, string what, decimal each, string price) => !Spot
        ? CostAlways(sheet, what, each, price)
        : sheet
            .Standing($"{what} of {Least} tasks", Least * each, price)
            .Scaling($"{what} of {Average - Least} tasks on spare capacity", 0, (Average - Least) * each, (Peak - Least) * each, $"{price}.spot");

    /// <summary>What costs the same on any capacity.</summary>
    public CostSheet CostAlways(CostSheet sheet, string what, decimal each, string price) =>
        sheet.Scaling($"{what} of {Average} tasks", Least * each, Average * each, Peak * each, price);

    private long Within(long needed) => Math.Max(Least, Math.Min(needed, Most));
}
