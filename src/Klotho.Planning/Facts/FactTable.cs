using Klotho.Analysis.Collections;

namespace Klotho.Planning.Facts;

/// <summary>One data file: the figures of one region, or (where <paramref name="Region"/> is null) those that hold in all of them.</summary>
/// <param name="Name">The file's name without its ending: <c>aws-us-east-1</c>.</param>
/// <param name="Region">The region.</param>
/// <param name="Date">The day (ISO 8601) on which the table as a whole was last gone through.</param>
/// <param name="Facts">Its figures, sorted by name.</param>
public sealed record FactTable(string Name, RegionName? Region, string Date, EquatableArray<Fact> Facts);
