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

    /// <summary>The parts in which the cheapest options break a rule or a limit, each ready to be searched.</summary>
    public IEnumerable<BlockSystem> BrokenParts()
    {
        var sets = Connect();
        var broken = BrokenChoices().Select(sets.Find).ToHashSet();
        var limits = room.Keys.ToLookup(limit => sets.Find(Unsettled(limit).First()));
        return Enumerable.Range(0, table.Choices).Where(choice => broken.Contains(sets.Find(choice)))
            .GroupBy(sets.Find)
            .Select(choices => Part(choices, limits[choices.Key].ToDictionary(limit => limit, limit => room[limit])));
    }

    private IEnumerable<int> Unsettled(int limit) => table.Members[limit].Where(choice => !settled[choice]);

    private bool IsSlack(int limit) => table.Members[limit].Aggregate(Int128.Zero, (sum, choice) => sum + Largest(choice, limit)) <= table.Room[limit];

    private Int128 Largest(int choice, int limit) => settled[choice]
        ? view.Amount(view.Cheapest[choice], limit)
        : view.Options(choice).Max(option => view.Amount(option, limit));

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
        return !view.Rivals(cheapest).Any() && table.Shares[cheapest].All(share =>
            !live.Contains(share.Limit) || view.Options(choice).All(option => view.Amount(option, share.Limit) >= share.Amount));
    }

    private DisjointSets Connect()
    {
        var sets = new DisjointSets(table.Choices);
        for (var choice = 0; choice < table.Choices; choice++)
        {
            if (!settled[choice])
            {
                foreach (var rival in view.Options(choice).SelectMany(view.Rivals).Where(rival => !settled[table.Owner[rival]]))
                {
                    sets.Join(choice, table.Owner[rival]);
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
        var byRule = view.Cheapest.Where(option => view.Rivals(option).Any(rival => view.Cheapest[table.Owner[rival]] == rival))
            .Select(option => table.Owner[option]);
        var byLimit = room.Keys.Where(limit => Unsettled(limit).Aggregate(room[limit], (left, choice) => left - view.Amount(view.Cheapest[choice], limit)) < 0)
            .Select(limit => Unsettled(limit).First());
        return byRule.Concat(byLimit);
    }

    private BlockSystem Part(IEnumerable<int> choices, Dictionary<int, Int128> limits)
    {
        var rivals = new Dictionary<int, int[]>();
        var system = new BlockSystem(table.Owner, rivals, limits);
        foreach (var choice in choices)
        {
            foreach (var option in view.Options(choice))
            {
                rivals[option] = view.Rivals(option).Where(rival => !settled[table.Owner[rival]]).Order().ToArray();
            }

            system.Add(new([choice], view.Options(choice).Select(option => new Combination(
                [option], table.Cost[option], rivals[option], rivals[option].Length > 0 ? [option] : [],
                table.Shares[option].Where(share => limits.ContainsKey(share.Limit)).ToArray())).ToArray()));
        }

        return system;
    }
}
