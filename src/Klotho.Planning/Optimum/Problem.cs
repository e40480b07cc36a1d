using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>
/// Which option to take for each choice, at the least cost: the sum of the options taken and of the facilities that they
/// need, each counted once. Everything is named by its index; options stand in order of preference, which decides ties.
/// </summary>
/// <param name="Choices">What is to be chosen.</param>
/// <param name="Facilities">The cost of each facility; never negative.</param>
/// <param name="Pairs">What holds of two options taken together.</param>
/// <param name="Limits">Sums that may not be exceeded.</param>
public sealed record Problem(
    EquatableArray<Choice> Choices,
    EquatableArray<long> Facilities,
    EquatableArray<PairRule> Pairs,
    EquatableArray<SumLimit> Limits);
