using Klotho.Analysis.Collections;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// A second section of klotho.yaml for the same kind of node, for those that some types only may host: what stands in
/// it asks for the first of them without saying so.
/// </summary>
/// <param name="Section">The keys under which it stands.</param>
/// <param name="Noun">What several of its nodes are called.</param>
/// <param name="Description">One sentence for the JSON Schema.</param>
/// <param name="Types">The types that may host its nodes, the implied one first.</param>
public sealed record OtherSection(EquatableArray<string> Section, string Noun, string Description, EquatableArray<CandidateType> Types);
