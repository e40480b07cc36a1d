using Klotho.Analysis.Collections;

namespace Klotho.Planning.Explanations;

/// <summary>Facts that answer one question.</summary>
/// <param name="Key">The question's name in JSON: <c>causes</c>, <c>rejected</c>, <c>changes</c>, <c>cost</c>, <c>path</c>.</param>
/// <param name="Heading">The question for people: <c>Rejected</c>.</param>
/// <param name="Facts">At least one.</param>
public sealed record ExplanationSection(string Key, string Heading, EquatableArray<ExplanationFact> Facts);
