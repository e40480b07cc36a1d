namespace SearchTheDeck.Search;

/// <summary>An answer: one page of the hits, best first, how many there are, and how they could be narrowed down.</summary>
public sealed record SearchPage(
    int Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);
