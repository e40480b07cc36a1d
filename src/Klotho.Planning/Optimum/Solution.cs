using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>The option taken for each choice, the facilities that they need (sorted), and the whole cost.</summary>
public sealed record Solution(EquatableArray<int> Options, EquatableArray<int> Facilities, long Cost);
