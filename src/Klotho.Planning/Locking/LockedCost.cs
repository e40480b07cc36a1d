using Klotho.Planning.Quantities;

namespace Klotho.Planning.Locking;

/// <summary>An estimate with its range.</summary>
public sealed record LockedCost(Money Low, Money Expected, Money High)
{
    public static readonly LockedCost Nothing = new(Money.Zero, Money.Zero, Money.Zero);
}
