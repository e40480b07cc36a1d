namespace SearchTheDeck.Search;

/// <summary>A property by which slides are narrowed down.</summary>
public enum Facet
{
    Startup,
    Deck,
    Section,
}
