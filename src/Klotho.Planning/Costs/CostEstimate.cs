using Klotho.Analysis.Collections;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Costs;

/// <summary>
/// What something costs a month. <paramref name="Expected"/> decides; <paramref name="Low"/> and <paramref name="High"/>
/// say how far it may be off. <paramref name="Lines"/> add up to the expected cost.
/// </summary>
public sealed record CostEstimate(Money Low, Money Expected, Money High, EquatableArray<CostLine> Lines)
{
    public static readonly CostEstimate Nothing = new(Money.Zero, Money.Zero, Money.Zero, EquatableArray<CostLine>.Empty);
}
