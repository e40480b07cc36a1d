using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>Exactly one of the options is taken. Without any, the problem has no solution.</summary>
public sealed record Choice(EquatableArray<Option> Options);
