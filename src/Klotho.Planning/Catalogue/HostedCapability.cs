using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// What planning knows of a capability: the kind of node, where its directives stand in klotho.yaml, and the
/// candidates in order of preference (the first is the default).
/// </summary>
/// <param name="Kind">The kind of node that needs hosting.</param>
/// <param name="Section">The keys under which per-id directives stand: <c>["persisted", "kv"]</c>.</param>
/// <param name="Noun">What several of them are called in a sentence: <c>key-value stores</c>.</param>
/// <param name="Description">One sentence for the JSON Schema and the documentation.</param>
/// <param name="Candidates">The candidates, the default first.</param>
public sealed record HostedCapability(
    NodeKind Kind,
    EquatableArray<string> Section,
    string Noun,
    string Description,
    EquatableArray<Candidate> Candidates)
{
    /// <summary>The candidates that this version can also emit: the others are chosen only where nothing else will do.</summary>
    public EquatableArray<CandidateType> Emitted { get; init; } = Candidates.Items.Select(candidate => candidate.Type).ToEquatableArray();

    /// <summary>What holds for each of its nodes; decides which requirements mean something for them.</summary>
    public Aspects Aspects { get; init; }

    /// <summary>Further sections for nodes of this kind.</summary>
    public EquatableArray<OtherSection> OtherSections { get; init; }

    /// <summary>The type that an entry of this section asks for by standing there; null in the kind's own section.</summary>
    public CandidateType? Implied { get; init; }

    /// <summary>The capability as its other sections show it: with their names and only their types.</summary>
    public IEnumerable<HostedCapability> Views => OtherSections.Items
        .Select(other => this with
        {
            Section = other.Section,
            Noun = other.Noun,
            Description = other.Description,
            Candidates = other.Types.Items.Select(type => Find(type.Name)).OfType<Candidate>().ToEquatableArray(),
            Implied = other.Types[0],
            OtherSections = EquatableArray<OtherSection>.Empty,
        })
        .Where(view => view.Candidates.Count > 0);

    public Candidate Default => Candidates[0];

    public Candidate? Find(string type) => Candidates.Items.FirstOrDefault(candidate => candidate.Type.Name == type);
}
