using System.Runtime.InteropServices;

namespace SearchTheDeck.Search;

/// <summary>Which documents hold which terms. Terms are also kept in order, so that those with one beginning lie together.</summary>
internal sealed class TermIndex
{
    private static readonly IComparer<Posting> ByDocument = Comparer<Posting>.Create((left, right) => left.Document.CompareTo(right.Document));

    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly List<string> _ordered = [];

    public void Add(string term, int document, float weight)
    {
        if (!_postings.TryGetValue(term, out var postings))
        {
            _postings.Add(term, postings = []);
            _ordered.Insert(~_ordered.BinarySearch(term, StringComparer.Ordinal), term);
        }

        var posting = new Posting(document, weight);
        // Documents mostly come in order; one that was replaced goes back to its old place.
        var position = postings.Count == 0 || postings[^1].Document < document ? postings.Count : ~postings.BinarySearch(posting, ByDocument);
        postings.Insert(position, posting);
    }

    public void Remove(string term, int document)
    {
        var postings = _postings[term];
        postings.RemoveAt(postings.BinarySearch(new Posting(document, 0), ByDocument));
        if (postings.Count == 0)
        {
            _postings.Remove(term);
            _ordered.RemoveAt(_ordered.BinarySearch(term, StringComparer.Ordinal));
        }
    }

    public ReadOnlySpan<Posting> Postings(string term) =>
        _postings.TryGetValue(term, out var postings) ? CollectionsMarshal.AsSpan(postings) : [];

    public IEnumerable<string> StartingWith(string prefix)
    {
        var position = _ordered.BinarySearch(prefix, StringComparer.Ordinal);
        for (position = position < 0 ? ~position : position;
             position < _ordered.Count && _ordered[position].StartsWith(prefix, StringComparison.Ordinal);
             position++)
        {
            yield return _ordered[position];
        }
    }
}
