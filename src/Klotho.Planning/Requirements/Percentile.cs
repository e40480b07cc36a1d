namespace Klotho.Planning.Requirements;

/// <summary>How many of a hundred requests may not take longer.</summary>
public enum Percentile
{
    P50 = 50,
    P95 = 95,
    P99 = 99,
}
