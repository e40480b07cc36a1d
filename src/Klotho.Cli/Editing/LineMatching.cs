namespace Klotho.Cli.Editing;

/// <summary>Finds where two texts differ, line by line, keeping as many lines as can be.</summary>
internal static class LineMatching
{
    /// <summary>Above, what differs in the middle is shown as one change: the table would take more memory than it is worth.</summary>
    private const int MostCells = 4_000_000;

    public static List<LineChange> Changes(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var head = 0;
        while (head < Math.Min(old.Count, now.Count) && old[head] == now[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(old.Count, now.Count) - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        var (oldEnd, newEnd) = (old.Count - tail, now.Count - tail);
        return head == oldEnd && head == newEnd ? []
            : (long)(oldEnd - head) * (newEnd - head) > MostCells ? [new(head, oldEnd, head, newEnd)]
            : Between(old, now, head, oldEnd, newEnd);
    }

    private static List<LineChange> Between(IReadOnlyList<string> old, IReadOnlyList<string> now, int head, int oldEnd, int newEnd)
    {
        var common = Common(old, now, head, oldEnd, newEnd);
        var changes = new List<LineChange>();
        var (from, to) = (head, head);
        var (oldStart, newStart) = (head, head);
        while (from < oldEnd || to < newEnd)
        {
            if (from < oldEnd && to < newEnd && old[from] == now[to])
            {
                Close();
                (from, to) = (from + 1, to + 1);
                (oldStart, newStart) = (from, to);
            }
            else if (to == newEnd || (from < oldEnd && common[from - head + 1, to - head] >= common[from - head, to - head + 1]))
            {
                from++;
            }
            else
            {
                to++;
            }
        }

        Close();
        return changes;

        void Close()
        {
            if (oldStart < from || newStart < to)
            {
                changes.Add(new(oldStart, from, newStart, to));
            }
        }
    }

    /// <summary>How many lines the ends of the two texts have in common, from each pair of lines on.</summary>
    private static int[,] Common(IReadOnlyList<string> old, IReadOnlyList<string> now, int head, int oldEnd, int newEnd)
    {
        var common = new int[oldEnd - head + 1, newEnd - head + 1];
        for (var from = oldEnd - 1; from >= head; from--)
        {
            for (var to = newEnd - 1; to >= head; to--)
            {
                common[from - head, to - head] = old[from] == now[to]
                    ? common[from - head + 1, to - head + 1] + 1
                    : Math.Max(common[from - head + 1, to - head], common[from - head, to - head + 1]);
            }
        }

        return common;
    }
}
