namespace Klotho.Emit.Topology.Layout;

/// <summary>How often lines cross.</summary>
internal static class CrossingCount
{
    public static int Of(LayerGrid grid) => grid.Columns.Sum(Rightwards);

    /// <summary>How much less the lines of two neighbours in a column cross each other when the two change places.</summary>
    public static int GainOfSwap(Place upper, Place lower)
    {
        // The innermost loop of the layout: no enumerators, no copies.
        var gain = 0;
        for (var one = 0; one < upper.Left.Count; one++)
        {
            for (var other = 0; other < lower.Left.Count; other++)
            {
                gain += Math.Sign(upper.Left[one].Left.Order - lower.Left[other].Left.Order);
            }
        }

        for (var one = 0; one < upper.Right.Count; one++)
        {
            for (var other = 0; other < lower.Right.Count; other++)
            {
                gain += Math.Sign(upper.Right[one].Right.Order - lower.Right[other].Right.Order);
            }
        }

        return gain;
    }

    /// <summary>The inversions among the ends of a column's lines, by merging.</summary>
    private static int Rightwards(List<Place> column)
    {
        var ends = column.SelectMany(place => place.Right.Select(segment => segment.Right.Order).Order()).ToArray();
        return Inversions(ends, 0, ends.Length, new int[ends.Length]);
    }

    private static int Inversions(int[] numbers, int from, int to, int[] merged)
    {
        if (to - from < 2)
        {
            return 0;
        }

        var middle = (from + to) / 2;
        var count = Inversions(numbers, from, middle, merged) + Inversions(numbers, middle, to, merged);
        var (left, right) = (from, middle);
        for (var next = from; next < to; next++)
        {
            var takeLeft = right == to || (left < middle && numbers[left] <= numbers[right]);
            count += takeLeft ? 0 : middle - left;
            merged[next] = takeLeft ? numbers[left++] : numbers[right++];
        }

        Array.Copy(merged, from, numbers, from, to - from);
        return count;
    }
}
