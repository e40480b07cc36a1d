using System.Globalization;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Costs;

/// <summary>How documents show an estimate.</summary>
public static class CostText
{
    /// <summary><c>12.40 USD/month (6.20 to 24.80)</c>; without the range where it is none.</summary>
    public static string Of(CostEstimate cost) => cost.Low == cost.High ? $"{cost.Expected}"
        : string.Create(CultureInfo.InvariantCulture, $"{cost.Expected} ({cost.Low.Usd:0.00} to {cost.High.Usd:0.00})");

    /// <summary><c>+12.40 USD/month</c>, <c>-3.10 USD/month</c>.</summary>
    public static string Difference(Money difference) => difference.Micro > 0 ? $"+{difference}" : $"{difference}";
}
