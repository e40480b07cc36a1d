namespace Klotho.Emit.Topology.Layout;

/// <summary>The layer of each box, so that every line leads to the right but those that close a circle.</summary>
internal sealed record LayerAssignment(int[] Layers, bool[] Backwards)
{
    private const int Rounds = 4;

    /// <summary>
    /// The ways to do it, to choose from. Following each line to its end leaves the fewest lines that lead back, and may give a
    /// long chain; asking how few lines it takes to get somewhere gives few layers, and more lines that lead back.
    /// </summary>
    public static IEnumerable<LayerAssignment> All(int boxes, IReadOnlyList<LayoutLink> links) =>
        new[] { Circles(boxes, links), Returns(boxes, links) }.Select(backwards => Of(boxes, links, backwards));

    private static LayerAssignment Of(int boxes, IReadOnlyList<LayoutLink> links, bool[] backwards)
    {
        var ahead = links.Select((link, index) => backwards[index] ? (From: link.To, To: link.From) : (link.From, link.To)).Distinct().ToList();
        var layers = Longest(boxes, ahead);
        Tighten(layers, ahead);
        return new(layers, backwards);
    }

    /// <summary>Which lines lead back to where a walk along the lines came from.</summary>
    private static bool[] Circles(int boxes, IReadOnlyList<LayoutLink> links)
    {
        var backwards = new bool[links.Count];
        var state = new int[boxes];
        var outgoing = Enumerable.Range(0, links.Count).ToLookup(index => links[index].From);
        foreach (var start in Starts(boxes, links))
        {
            Visit(start);
        }

        return backwards;

        void Visit(int box)
        {
            if (state[box] != 0)
            {
                return;
            }

            state[box] = 1;
            foreach (var index in outgoing[box])
            {
                backwards[index] = state[links[index].To] == 1;
                Visit(links[index].To);
            }

            state[box] = 2;
        }
    }

    /// <summary>Which lines lead to what is reached in fewer steps from where nothing leads to.</summary>
    private static bool[] Returns(int boxes, IReadOnlyList<LayoutLink> links)
    {
        var (steps, orders) = (new int[boxes], new int[boxes]);
        var outgoing = links.ToLookup(link => link.From, link => link.To);
        var targets = links.Select(link => link.To).ToHashSet();
        var starts = Starts(boxes, links).ToList();
        var queue = new Queue<int>(starts.Where(box => !targets.Contains(box)));
        var met = queue.ToHashSet();
        var count = 0;
        foreach (var start in starts)
        {
            // Circles that nothing leads into begin somewhere, once all else is done.
            if (queue.Count == 0 && met.Add(start))
            {
                queue.Enqueue(start);
            }

            while (queue.TryDequeue(out var box))
            {
                orders[box] = count++;
                foreach (var next in outgoing[box].Where(met.Add))
                {
                    steps[next] = steps[box] + 1;
                    queue.Enqueue(next);
                }
            }
        }

        return [.. links.Select(link => (steps[link.To], orders[link.To]).CompareTo((steps[link.From], orders[link.From])) < 0)];
    }

    /// <summary>What nothing leads to comes first.</summary>
    private static IEnumerable<int> Starts(int boxes, IReadOnlyList<LayoutLink> links)
    {
        var targets = links.Select(link => link.To).ToHashSet();
        return Enumerable.Range(0, boxes).OrderBy(targets.Contains).ThenBy(box => box);
    }

    private static int[] Longest(int boxes, List<(int From, int To)> ahead)
    {
        var layers = new int[boxes];
        var open = new int[boxes];
        ahead.ForEach(link => open[link.To]++);
        var ready = new Queue<int>(Enumerable.Range(0, boxes).Where(box => open[box] == 0));
        var outgoing = ahead.ToLookup(link => link.From, link => link.To);
        while (ready.TryDequeue(out var box))
        {
            foreach (var next in outgoing[box])
            {
                layers[next] = Math.Max(layers[next], layers[box] + 1);
                if (--open[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        return layers;
    }

    /// <summary>Moves what has more lines to the right than to the left as far to the right as it goes: its lines get shorter.</summary>
    private static void Tighten(int[] layers, List<(int From, int To)> ahead)
    {
        var incoming = ahead.ToLookup(link => link.To, link => link.From);
        var outgoing = ahead.ToLookup(link => link.From, link => link.To);
        for (var round = 0; round < Rounds; round++)
        {
            for (var box = layers.Length - 1; box >= 0; box--)
            {
                if (outgoing[box].Count() > incoming[box].Count())
                {
                    layers[box] = outgoing[box].Min(next => layers[next]) - 1;
                }
            }
        }
    }
}
