namespace SearchTheDeck.Search;

/// <summary>The words of a question: all but the last are whole, the last may be the beginning of one.</summary>
public sealed class WordMatcher
{
    private readonly HashSet<string> _whole;

    public WordMatcher(string words)
    {
        var terms = Tokenizer.Tokenize(words).ConvertAll(token => token.Term);
        Prefix = terms.LastOrDefault();
        Whole = [.. terms.SkipLast(1).Distinct()];
        _whole = [.. Whole];
    }

    public IReadOnlyList<string> Whole { get; }

    /// <summary>The last word, or null where there is none.</summary>
    public string? Prefix { get; }

    public int Count => Whole.Count + (Prefix is null ? 0 : 1);

    public bool Matches(string term) =>
        _whole.Contains(term) || (Prefix is { } prefix && term.StartsWith(prefix, StringComparison.Ordinal));
}
