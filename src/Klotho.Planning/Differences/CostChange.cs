using Klotho.Planning.Quantities;

namespace Klotho.Planning.Differences;

/// <summary>What a node or a shared facility was expected to cost a month, and is; zero where it is not there.</summary>
public sealed record CostChange(string Subject, Money Before, Money After);
