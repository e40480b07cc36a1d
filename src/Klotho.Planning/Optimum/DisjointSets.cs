namespace Klotho.Planning.Optimum;

/// <summary>Which of the numbers 0 to n - 1 hang together (union-find). A set is named by its lowest member, so that its name does not depend on the order of joins.</summary>
internal sealed class DisjointSets(int count)
{
    private readonly int[] parents = Enumerable.Range(0, count).ToArray();

    public int Find(int member)
    {
        while (parents[member] != member)
        {
            parents[member] = parents[parents[member]];
            member = parents[member];
        }

        return member;
    }

    public void Join(int first, int second)
    {
        var (low, high) = (Find(first), Find(second));
        (low, high) = low <= high ? (low, high) : (high, low);
        parents[high] = low;
    }
}
