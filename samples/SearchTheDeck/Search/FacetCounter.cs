namespace SearchTheDeck.Search;

/// <summary>
/// Applies a question's filters to documents and counts what each value of each facet would show. A value's count
/// leaves its own facet's filter out: having chosen one startup, the user still sees how many slides the others have.
/// </summary>
internal sealed class FacetCounter
{
    private readonly FacetValues[] _facets;
    private readonly HashSet<int>[] _wanted;
    private readonly bool[] _filtered;
    private readonly int[][] _counts;

    public FacetCounter(FacetValues[] facets, SearchQuery query)
    {
        _facets = facets;
        _wanted = [.. facets.Select((facet, number) => facet.Find(query.Wanted((Facet)number)))];
        _filtered = [.. facets.Select((_, number) => query.Wanted((Facet)number).Count > 0)];
        _counts = [.. facets.Select(facet => new int[facet.Count])];
    }

    /// <summary>Counts a document; true if it passes all filters.</summary>
    public bool Passes(Document document)
    {
        var (failures, failed) = (0, 0);
        for (var facet = 0; facet < _facets.Length; facet++)
        {
            if (_filtered[facet] && !_wanted[facet].Contains(document.FacetValues[facet]))
            {
                failures++;
                failed = facet;
            }
        }

        for (var facet = 0; facet < _facets.Length; facet++)
        {
            if (failures == 0 || (failures == 1 && failed == facet))
            {
                _counts[facet][document.FacetValues[facet]]++;
            }
        }

        return failures == 0;
    }

    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Counts() =>
        Enum.GetValues<Facet>().ToDictionary(
            facet => facet.ToString().ToLowerInvariant(),
            facet => _facets[(int)facet].List(_counts[(int)facet], _wanted[(int)facet]));
}
