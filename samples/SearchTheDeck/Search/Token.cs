namespace SearchTheDeck.Search;

/// <summary>A word of a text: where it stands, and the form under which it is indexed.</summary>
public readonly record struct Token(int Start, int Length, string Term)
{
    public int End => Start + Length;
}
