using System.Globalization;
using Klotho.Planning.Facts;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Costs;

/// <summary>One part of a cost, with the assumption behind it.</summary>
/// <param name="What">What is paid for.</param>
/// <param name="Quantity">How much of it a month, in the units of the price.</param>
/// <param name="Price">The figure it is reckoned with.</param>
/// <param name="Cost">What that comes to.</param>
public sealed record CostLine(string What, decimal Quantity, Fact Price, Money Cost)
{
    private const decimal Million = 1_000_000;

    /// <summary><c>requests: 13.1 million at 0.2 USD/million</c>.</summary>
    public string Assumption
    {
        get
        {
            var unit = Price.Unit["USD/".Length..];
            var amount = unit == "million" ? Quantity / Million : Quantity;
            var plural = unit == "million" || unit.EndsWith('B') ? unit : $"{unit}s";
            return string.Create(CultureInfo.InvariantCulture, $"{What}: {amount:0.####} {plural} at {Price.Value:0.##########} {Price.Unit}");
        }
    }
}
