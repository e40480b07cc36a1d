namespace Klotho.Planning.Optimum;

/// <summary>For each limit that can still be broken: which blocks add to it, and what the largest amounts of all of them come to.</summary>
/// <param name="room">What is left of each limit.</param>
internal sealed class LimitTally(Dictionary<int, Int128> room)
{
    private readonly Dictionary<int, HashSet<int>> members = room.Keys.ToDictionary(limit => limit, _ => new HashSet<int>());
    private readonly Dictionary<int, Int128> largest = room.Keys.ToDictionary(limit => limit, _ => Int128.Zero);

    /// <summary>The blocks that add to a limit.</summary>
    public IReadOnlyCollection<int> Members(int limit) => members[limit];

    public void Add(Block block)
    {
        for (var index = 0; index < block.Limits.Length; index++)
        {
            if (members.TryGetValue(block.Limits[index], out var own))
            {
                own.Add(block.Id);
                largest[block.Limits[index]] += block.Largest[index];
            }
        }
    }

    public void Remove(Block block)
    {
        for (var index = 0; index < block.Limits.Length; index++)
        {
            if (members.TryGetValue(block.Limits[index], out var own))
            {
                own.Remove(block.Id);
                largest[block.Limits[index]] -= block.Largest[index];
            }
        }
    }

    /// <summary>The same block with other ways, which add to no limit that it did not add to before.</summary>
    public void Replace(Block block, Block rest)
    {
        var at = 0;
        for (var index = 0; index < block.Limits.Length; index++)
        {
            var limit = block.Limits[index];
            var still = at < rest.Limits.Length && rest.Limits[at] == limit;
            if (members.TryGetValue(limit, out var own))
            {
                largest[limit] += (still ? rest.Largest[at] : Int128.Zero) - block.Largest[index];
                if (!still)
                {
                    own.Remove(block.Id);
                }
            }

            at += still ? 1 : 0;
        }
    }

    /// <summary>Forgets a limit that the largest amounts keep: it is none.</summary>
    /// <returns>The blocks that added to it; none where it stays.</returns>
    public IReadOnlyCollection<int> DropIfSlack(int limit)
    {
        if (!room.TryGetValue(limit, out var left) || largest[limit] > left)
        {
            return [];
        }

        var freed = members[limit];
        room.Remove(limit);
        members.Remove(limit);
        largest.Remove(limit);
        return freed;
    }
}
