using SearchTheDeck.Slides;

namespace SearchTheDeck.Search;

/// <summary>
/// All slides' words in memory: an inverted index with BM25 ranking. 15,000 slides of 60 words take a few dozen
/// megabytes and a search a few milliseconds. Any number of threads may search while others write.
/// </summary>
public sealed class SearchIndex
{
    // What a word weighs by where it stands: a name says more about a slide than a word on it.
    private const float NameWeight = 3;
    private const float TextWeight = 1;

    // A word that was only begun is less certain to be the one meant.
    private const float PrefixCertainty = 0.7f;

    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Document?> _documents = [];
    private readonly TermIndex _terms = new();
    private readonly FacetValues[] _facets = [new(), new(), new()];
    private long _words;

    public int Count => _numbers.Count;

    /// <summary>Adds a slide, or replaces the one with its key.</summary>
    public void Put(Slide slide)
    {
        // Outside the lock: the costly half of the work.
        var weights = Weigh(slide, out var length);
        _lock.EnterWriteLock();
        try
        {
            if (_numbers.TryGetValue(slide.Key, out var number))
            {
                Forget(number);
            }
            else
            {
                _numbers.Add(slide.Key, number = _documents.Count);
                _documents.Add(null);
            }

            int[] facets = [_facets[0].NumberOf(slide.Startup), _facets[1].NumberOf(slide.Deck), _facets[2].NumberOf(slide.Section)];
            _documents[number] = new Document(slide, length, facets);
            _words += length;
            foreach (var (term, weight) in weights)
            {
                _terms.Add(term, number, weight);
            }
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public SearchPage Search(SearchQuery query)
    {
        var words = new WordMatcher(query.Words);
        _lock.EnterReadLock();
        try
        {
            var scores = Score(words);
            var counter = new FacetCounter(_facets, query);
            var top = new TopHits(query.Offset + query.Limit);
            var total = 0;
            for (var number = 0; number < _documents.Count; number++)
            {
                if (_documents[number] is { } document && scores.HasAllWords(number) && counter.Passes(document))
                {
                    total++;
                    top.Add(scores[number], document);
                }
            }

            var hits = top.BestFirst().Skip(query.Offset).Select(document => SearchHit.Of(document.Slide, Snippet.Of(document.Slide.Text, words)));
            return new SearchPage(total, [.. hits], counter.Counts());
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    private static Dictionary<string, float> Weigh(Slide slide, out int length)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        length = AddWords(weights, slide.Text, TextWeight)
            + AddWords(weights, slide.Startup, NameWeight)
            + AddWords(weights, slide.Deck, NameWeight)
            + AddWords(weights, slide.Section, NameWeight);
        return weights;
    }

    private static int AddWords(Dictionary<string, float> weights, string text, float weight)
    {
        var tokens = Tokenizer.Tokenize(text);
        foreach (var token in tokens)
        {
            weights[token.Term] = weights.GetValueOrDefault(token.Term) + weight;
        }

        return tokens.Count;
    }

    private void Forget(int number)
    {
        if (_documents[number] is { } old)
        {
            _words -= old.Length;
            foreach (var term in Weigh(old.Slide, out _).Keys)
            {
                _terms.Remove(term, number);
            }
        }
    }

    private Scores Score(WordMatcher words)
    {
        var scores = new Scores(_documents.Count, _numbers.Count, Math.Max(1, (double)_words / Math.Max(1, _numbers.Count)));
        foreach (var word in words.Whole)
        {
            scores.NextWord(_terms.Postings(word).Length);
            scores.Add(_terms.Postings(word), _documents, 1);
        }

        if (words.Prefix is { } prefix)
        {
            // One rarity for all its endings, or a rare ending would beat the word itself.
            var endings = _terms.StartingWith(prefix).ToList();
            scores.NextWord(Math.Min(_numbers.Count, endings.Sum(term => _terms.Postings(term).Length)));
            foreach (var term in endings)
            {
                scores.Add(_terms.Postings(term), _documents, term.Length == prefix.Length ? 1 : PrefixCertainty);
            }
        }

        return scores;
    }
}
