namespace Klotho.Planning.Optimum;

/// <summary>
/// Which choices hang together by rules and limits that can still be broken. First it settles what needs no search, again
/// and again: a limit that the largest amounts keep is no limit, and a choice whose cheapest option rules out nothing and
/// adds the least to every limit takes that option, since it can replace any other one in any solution.
/// </summary>
internal sealed class Fabric
{
    private readonly ProblemTable table;
    private readonly RelaxedView view;
    private readonly bool[] settled;
    private readonly Dictionary<int, Int128> room = [];

    public Fabric(ProblemTable table, RelaxedView view)
    {
        this.table = table;
        this.view = view;
        settled = new bool[table.Choices];
        var live = table.Members.Keys.Order().ToHashSet();
        while (live.RemoveWhere(IsSlack) + Settle(live) > 0)
        {
        }

        foreach (var limit in live.Order())
        {
            room[limit] = table.Members[limit].Where(choice => settled[choice])
                .Aggregate(table.Room[limit], (left, choice) => left - view.Amount(view.Cheapest[choice], limit));
        }
    }

    /// <summary>False where choices that are settled break a limit.</summary>
    public bool IsPossible => room.Values.All(left => left >= 0)
        && room.Keys.All(limit => Unsettled(limit).Any());

    /// <summary>The choices of each part in which the cheapest options break a rule or a limit.</summary>
    public List<int[]> BrokenParts()
    {
        var sets = Connect();
        var broken = BrokenChoices().Select(sets.Find).ToHashSet();
        return Enumerable.Range(0, table.Choices).Where(choice => broken.Contains(sets.Find(choice)))
            .GroupBy(sets.Find).Select(choices => choices.ToArray()).ToList();
    }

    /// <summary>A part, ready to be searched.</summary>
    public BlockSystem SystemOf(int[] part)
    {
        var rivals = new Dictionary<int, int[]>(part.Length * 2);
        var limits = new Dictionary<int, Int128>();
        var blocks = new List<Block>(part.Length);
        var ways = new List<Combination>();
        foreach (var choice in part)
        {
            ways.Clear();
            foreach (var option in view.Options(choice))
            {
                var barred = Rivals(option);
                var shares = Shares(option);
                rivals.Add(option, barred);
                ways.Add(new([option], table.Cost[option], barred, barred.Length > 0 ? [option] : [], shares));
                foreach (var share in shares)
                {
                    limits[share.Limit] = room[share.Limit];
                }
            }

            blocks.Add(new([choice], ways.ToArray()));
        }

        var system = new BlockSystem(table.Owner, rivals, limits);
        blocks.ForEach(system.Add);
        return system;
    }

    private int[] Rivals(int option)
    {
        var count = 0;
        foreach (var partner in table.Partners[option])
        {
            count += IsRival(partner) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var rivals = new int[count];
        foreach (var partner in table.Partners[option])
        {
            if (IsRival(partner))
            {
                rivals[--count] = partner.Option;
            }
        }

        Array.Sort(rivals);
        return rivals;
    }

    private bool IsRival(Partner partner) => view.Holds(partner) && !settled[table.Owner[partner.Option]];

    private LimitShare[] Shares(int option) => room.Count == 0 || table.Shares[option].Length == 0
        ? []
        : Array.FindAll(table.Shares[option], share => room.ContainsKey(share.Limit));

    private IEnumerable<int> Unsettled(int limit) => table.Members[limit].Where(choice => !settled[choice]);

    private bool IsSlack(int limit) => table.Members[limit].Aggregate(Int128.Zero, (sum, choice) => sum + Largest(choice, limit)) <= table.Room[limit];

    private Int128 Largest(int choice, int limit)
    {
        if (settled[choice])
        {
            return view.Amount(view.Cheapest[choice], limit);
        }

        var largest = Int128.Zero;
        for (var option = table.First[choice]; option < table.First[choice + 1]; option++)
        {
            largest = view.Allows(option) ? Int128.Max(largest, view.Amount(option, limit)) : largest;
        }

        return largest;
    }

    private int Settle(HashSet<int> live)
    {
        var count = 0;
        for (var choice = 0; choice < table.Choices; choice++)
        {
            if (!settled[choice] && CheapestIsBest(choice, live))
            {
                settled[choice] = true;
                count++;
            }
        }

        return count;
    }

    private bool CheapestIsBest(int choice, HashSet<int> live)
    {
        var cheapest = view.Cheapest[choice];
        if (view.HoldsAny(table.Partners[cheapest]))
        {
            return false;
        }

        foreach (var share in table.Shares[cheapest])
        {
            if (live.Contains(share.Limit) && IsAddedLess(choice, share))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAddedLess(int choice, LimitShare share)
    {
        for (var option = table.First[choice]; option < table.First[choice + 1]; option++)
        {
            if (view.Allows(option) && view.Amount(option, share.Limit) < share.Amount)
            {
                return true;
            }
        }

        return false;
    }

    private DisjointSets Connect()
    {
        var sets = new DisjointSets(table.Choices);
        for (var option = 0; option < table.Owner.Length; option++)
        {
            var choice = table.Owner[option];
            foreach (var partner in settled[choice] || !view.Allows(option) ? [] : table.Partners[option])
            {
                if (partner.Option > option && !settled[table.Owner[partner.Option]] && view.Holds(partner))
                {
                    sets.Join(choice, table.Owner[partner.Option]);
                }
            }
        }

        foreach (var limit in room.Keys)
        {
            var members = Unsettled(limit).ToArray();
            foreach (var member in members)
            {
                sets.Join(members[0], member);
            }
        }

        return sets;
    }

    private IEnumerable<int> BrokenChoices()
    {
        var byRule = view.Cheapest.Where(option => view.IsBarred(option, view.Cheapest))
            .Select(option => table.Owner[option]);
        var byLimit = room.Keys.Where(limit => Unsettled(limit).Aggregate(room[limit], (left, choice) => left - view.Amount(view.Cheapest[choice], limit)) < 0)
            .Select(limit => Unsettled(limit).First());
        return byRule.Concat(byLimit);
    }
}
