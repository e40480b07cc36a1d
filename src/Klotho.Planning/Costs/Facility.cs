namespace Klotho.Planning.Costs;

/// <summary>What a shared facility is and costs, counted once. One line per facility in <c>FacilityCatalogue.All</c>.</summary>
/// <param name="Id">Its name in documents and in the lock file.</param>
/// <param name="Title">What it is, for a sentence: <c>the private network</c>.</param>
/// <param name="Cost">Its fixed cost.</param>
public sealed record Facility(FacilityId Id, string Title, CostEstimate Cost);
