using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>What can be taken: its own cost, never negative, and the facilities that it needs.</summary>
public sealed record Option(long Cost, EquatableArray<int> Facilities);
