namespace SearchTheDeck.Search;

/// <summary>Numbers the values of a facet, so that counting them is counting in an array.</summary>
internal sealed class FacetValues
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    public int Count => _values.Count;

    public int NumberOf(string value)
    {
        if (!_numbers.TryGetValue(value, out var number))
        {
            _numbers.Add(value, number = _values.Count);
            _values.Add(value);
        }

        return number;
    }

    /// <summary>The numbers of those of the values that some slide has or had.</summary>
    public HashSet<int> Find(IEnumerable<string> values) =>
        [.. values.Where(_numbers.ContainsKey).Select(value => _numbers[value])];

    /// <summary>The values that were counted or asked for, most frequent first.</summary>
    public IReadOnlyList<FacetCount> List(int[] counts, HashSet<int> wanted) =>
    [
        .. _values
            .Select((value, number) => (Number: number, Count: new FacetCount(value, counts[number])))
            .Where(entry => entry.Count.Count > 0 || wanted.Contains(entry.Number))
            .Select(entry => entry.Count)
            .OrderByDescending(count => count.Count)
            .ThenBy(count => count.Value, StringComparer.Ordinal),
    ];
}
