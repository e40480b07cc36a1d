using Klotho.Planning.Quantities;

namespace Klotho.Planning.Costs;

/// <summary>One part of a cost, with the assumption behind it: <c>13.1 M requests at 0.20 USD a million</c>.</summary>
public sealed record CostLine(string Assumption, Money Cost);
