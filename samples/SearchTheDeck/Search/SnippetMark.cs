namespace SearchTheDeck.Search;

/// <summary>A marked word: its first character in the snippet's text and its length, in UTF-16 units.</summary>
public readonly record struct SnippetMark(int Start, int Length);
