namespace SearchTheDeck.Search;

/// <summary>How many slides a value of a facet would show, the filters of the other facets applied.</summary>
public sealed record FacetCount(string Value, int Count);
