namespace Klotho.Planning.Optimum;

/// <summary>A problem as it looks while some facilities are closed: which options and which rules are left.</summary>
internal sealed class RelaxedView
{
    private readonly ProblemTable table;
    private readonly FacilityState[] states;
    private readonly bool[] allowed;

    public RelaxedView(ProblemTable table, FacilityState[] states)
    {
        this.table = table;
        this.states = states;
        allowed = table.Needs.Select(need => need.All(facility => states[facility] != FacilityState.Closed)).ToArray();
        Cheapest = new int[table.Choices];
        for (var choice = 0; choice < table.Choices; choice++)
        {
            Cheapest[choice] = CheapestOf(choice);
        }
    }

    /// <summary>The cheapest option of each choice and of equal ones the first; -1 where none is left.</summary>
    public int[] Cheapest { get; }

    public bool IsPossible => Array.IndexOf(Cheapest, -1) < 0;

    public bool Allows(int option) => allowed[table.NeedOf[option]];

    public IEnumerable<int> Options(int choice)
    {
        for (var option = table.First[choice]; option < table.First[choice + 1]; option++)
        {
            if (Allows(option))
            {
                yield return option;
            }
        }
    }

    /// <summary>Whether a rule is in force: its facility is closed or it has none, and the other option is left.</summary>
    public bool Holds(Partner partner) =>
        (partner.Facility < 0 || states[partner.Facility] == FacilityState.Closed) && Allows(partner.Option);

    public bool HoldsAny(Partner[] partners)
    {
        foreach (var partner in partners)
        {
            if (Holds(partner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an option may not be taken beside one of these, one of each choice.</summary>
    public bool IsBarred(int option, int[] options)
    {
        foreach (var partner in table.Partners[option])
        {
            if (options[table.Owner[partner.Option]] == partner.Option && Holds(partner))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether options, one of each choice, break no rule and no limit.</summary>
    public bool IsSound(int[] options)
    {
        var room = (Int128[])table.Room.Clone();
        foreach (var option in options)
        {
            foreach (var share in table.Shares[option])
            {
                room[share.Limit] -= share.Amount;
                if (room[share.Limit] < 0)
                {
                    return false;
                }
            }

            if (IsBarred(option, options))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What an option adds to a limit.</summary>
    public Int128 Amount(int option, int limit)
    {
        foreach (var share in table.Shares[option])
        {
            if (share.Limit == limit)
            {
                return share.Amount;
            }
        }

        return Int128.Zero;
    }

    private int CheapestOf(int choice)
    {
        var cheapest = -1;
        for (var option = table.First[choice]; option < table.First[choice + 1]; option++)
        {
            if (Allows(option) && (cheapest < 0 || table.Cost[option] < table.Cost[cheapest]))
            {
                cheapest = option;
            }
        }

        return cheapest;
    }
}
