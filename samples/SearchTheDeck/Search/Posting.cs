namespace SearchTheDeck.Search;

/// <summary>That a term is in a document, and how much it weighs there.</summary>
internal readonly record struct Posting(int Document, float Weight);
