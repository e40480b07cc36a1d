namespace Klotho.Planning.Optimum;

/// <summary>The blocks that are not decided yet, what joins them, and the ways already settled on.</summary>
/// <param name="owner">The choice of each option.</param>
/// <param name="rivals">The options that each option of these blocks cannot be taken with.</param>
/// <param name="room">What is left of each limit that can still be broken.</param>
internal sealed class BlockSystem(int[] owner, Dictionary<int, int[]> rivals, Dictionary<int, Int128> room)
{
    private readonly Dictionary<int, Block> blocks = [];
    private readonly Dictionary<int, int> home = [];
    private readonly LimitTally tally = new(room);
    private readonly WorkList stale = new();

    /// <summary>Options that others may name but that can no longer be taken.</summary>
    private readonly HashSet<int> dead = [];
    private readonly List<Combination> settled = [];

    /// <summary>The least that all could cost: every block in its cheapest way.</summary>
    public Int128 Least { get; private set; }

    public IEnumerable<Block> Blocks => blocks.Values;

    /// <summary>What was settled on, put together.</summary>
    public Combination Settled => Combination.Together(settled);

    public void Add(Block block)
    {
        blocks.Add(block.Id, block);
        foreach (var choice in block.Choices)
        {
            home[choice] = block.Id;
        }

        tally.Add(block);
        Least += block.Least;
        stale.Add(block.Id);
    }

    /// <summary>The blocks that share a rule or a limit with this one.</summary>
    public IEnumerable<Block> Neighbours(Block block) =>
        block.Barred.Select(option => home[owner[option]]).Concat(block.Limits.SelectMany(tally.Members))
            .Distinct().Where(id => id != block.Id).Select(id => blocks[id]);

    /// <summary>Takes away what cannot be part of a best solution that costs <paramref name="most"/> or less, until nothing changes.</summary>
    /// <returns>False where no solution is left.</returns>
    public bool Propagate(Int128 most)
    {
        while (stale.Next() is { } block)
        {
            if (!Refresh(blocks[block], most))
            {
                return false;
            }
        }

        return Least <= most;
    }

    /// <summary>Replaces two blocks by one that decides the choices of both.</summary>
    public void Merge(Block first, Block second, Int128 most)
    {
        var spare = most - Least + first.Least + second.Least;
        var merged = BlockMerge.Run(first, second, owner, rivals, room, spare);
        Remove(first);
        Remove(second);
        Add(merged);
        Kill(first.Exposed.Concat(second.Exposed).Except(merged.Exposed));
        DropSlackLimits(first.Limits.Union(second.Limits));
    }

    /// <summary>The same system, but a block has this one way.</summary>
    public BlockSystem With(Block block, Combination way)
    {
        var copy = Part(blocks.Values);
        copy.settled.AddRange(settled);
        copy.Least = Least;
        copy.stale.Clear();
        copy.Replace(block, new(block.Choices, [way]));
        copy.stale.Add(block.Id);
        return copy;
    }

    /// <summary>The parts of the system that nothing joins, without what is settled.</summary>
    public List<BlockSystem> Split()
    {
        var ids = blocks.Keys.Order().ToArray();
        var sets = new DisjointSets(ids.Length);
        for (var index = 0; index < ids.Length; index++)
        {
            foreach (var neighbour in Neighbours(blocks[ids[index]]))
            {
                sets.Join(index, Array.BinarySearch(ids, neighbour.Id));
            }
        }

        return Enumerable.Range(0, ids.Length).GroupBy(sets.Find).Select(part => Part(part.Select(index => blocks[ids[index]]))).ToList();
    }

    private BlockSystem Part(IEnumerable<Block> some)
    {
        var chosen = some.ToList();
        var part = new BlockSystem(owner, rivals, chosen.SelectMany(block => block.Limits).Distinct().ToDictionary(limit => limit, limit => room[limit]));
        part.dead.UnionWith(dead);
        chosen.ForEach(part.Add);
        return part;
    }

    private bool Refresh(Block block, Int128 most)
    {
        var trim = new BlockTrim(room, dead);
        if (trim.Run(block, most - Least + block.Least) is not { } rest)
        {
            return false;
        }

        if (rest == block)
        {
            return true;
        }

        foreach (var (limit, amount) in trim.Lifted)
        {
            room[limit] -= amount;
            stale.Add(tally.Members(limit));
        }

        stale.Remove(block.Id);
        Replace(block, rest);
        if (rest.Ways.Length == 1)
        {
            Settle(rest);
        }

        return true;
    }

    /// <summary>Takes the only way of a block. What it adds to limits was lifted out of them before.</summary>
    private void Settle(Block block)
    {
        Kill(block.Barred);
        Remove(block);
        settled.Add(block.Ways[0]);
        Least += block.Least;
    }

    private void Replace(Block block, Block rest)
    {
        Least += rest.Least - block.Least;
        blocks[block.Id] = rest;
        tally.Replace(block, rest);
        if (rest.Exposed.Length < block.Exposed.Length)
        {
            Kill(Array.FindAll(block.Exposed, option => Array.BinarySearch(rest.Exposed, option) < 0));
        }

        DropSlackLimits(block.Limits);
    }

    private void Remove(Block block)
    {
        Least -= block.Least;
        blocks.Remove(block.Id);
        stale.Remove(block.Id);
        tally.Remove(block);
    }

    /// <summary>Notes that options can no longer be taken; the blocks that hold or name them have to look again.</summary>
    private void Kill(IEnumerable<int> options)
    {
        foreach (var option in options)
        {
            if (dead.Add(option))
            {
                LookAgain(option);
                foreach (var rival in rivals[option])
                {
                    LookAgain(rival);
                }
            }
        }
    }

    private void LookAgain(int option)
    {
        if (home.TryGetValue(owner[option], out var block) && blocks.ContainsKey(block))
        {
            stale.Add(block);
        }
    }

    /// <summary>A limit that the largest amounts keep is no limit.</summary>
    private void DropSlackLimits(IEnumerable<int> limits)
    {
        foreach (var limit in limits)
        {
            stale.Add(tally.DropIfSlack(limit));
        }
    }
}
