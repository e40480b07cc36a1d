using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>The amounts of the options taken, added up, may not be above <paramref name="Most"/>. An option without a term adds nothing; amounts are never negative.</summary>
public sealed record SumLimit(EquatableArray<SumTerm> Terms, long Most);
