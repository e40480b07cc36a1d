using SearchTheDeck.Slides;

namespace SearchTheDeck.Search;

/// <summary>A slide in the index.</summary>
/// <param name="Length">How many words it has, to weigh short slides against long ones.</param>
/// <param name="FacetValues">The number of the slide's value in each facet, in the order of <see cref="Facet"/>.</param>
internal sealed record Document(Slide Slide, int Length, int[] FacetValues);
