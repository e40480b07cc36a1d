using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Explanations;

/// <summary>One line of an explanation.</summary>
/// <param name="Label">What it is about, in a word or two: <c>fargate</c>, <c>requirement</c>, <c>memory</c>; unique in no way.</param>
/// <param name="Statement">What holds, as a clause.</param>
/// <param name="Figure">The number that decides, with its unit (<c>+14.20 USD/month</c>, <c>420ms</c>); empty where there is none.</param>
/// <param name="Locations">Where it is written, in configuration or code.</param>
public sealed record ExplanationFact(string Label, string Statement, string Figure, EquatableArray<SourceLocation> Locations);
