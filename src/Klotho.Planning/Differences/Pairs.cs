namespace Klotho.Planning.Differences;

/// <summary>Brings together what has the same key in two lists, in the order of the keys.</summary>
internal static class Pairs
{
    public static IEnumerable<(TKey Key, T? Before, T? After)> Of<T, TKey>(IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var old = before.ToDictionary(key);
        var now = after.ToDictionary(key);
        return old.Keys.Union(now.Keys)
            .OrderBy(each => each, Comparer<TKey>.Create(Compare))
            .Select(each => (each, old.GetValueOrDefault(each), now.GetValueOrDefault(each)));
    }

    private static int Compare<TKey>(TKey left, TKey right) => left is string text && right is string other
        ? string.CompareOrdinal(text, other)
        : Comparer<TKey>.Default.Compare(left, right);
}
