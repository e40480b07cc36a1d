namespace Klotho.Planning.Optimum;

/// <summary>
/// A problem in flat arrays. Options are numbered through, so that ascending option numbers are also in the order of
/// choices. Sums are kept in 128 bits: no sum of 64 bit costs can overflow them.
/// </summary>
internal sealed class ProblemTable
{
    private ProblemTable(Problem problem)
    {
        var options = problem.Choices.Items.SelectMany(choice => choice.Options.Items).ToArray();
        First = new int[problem.Choices.Count + 1];
        Owner = new int[options.Length];
        for (var choice = 0; choice < problem.Choices.Count; choice++)
        {
            First[choice + 1] = First[choice] + problem.Choices[choice].Options.Count;
            Array.Fill(Owner, choice, First[choice], problem.Choices[choice].Options.Count);
        }

        FacilityCost = [.. problem.Facilities];
        var own = FacilityNeeds.Owners(problem);
        Cost = options.Select((option, number) => option.Facilities.Count == 0 ? option.Cost : option.Facilities.Items.Distinct()
            .Where(facility => own[facility] == Owner[number]).Aggregate((Int128)option.Cost, (sum, facility) => sum + FacilityCost[facility])).ToArray();
        (NeedOf, Needs) = FacilityNeeds.Number(options.Select(option => option.Facilities.Count == 0 ? [] : option.Facilities.Items
            .Where(facility => own[facility] == FacilityNeeds.Several).Distinct().Order().ToArray()));
        Partners = PartnersOf(problem);
        Room = problem.Limits.Items.Select(limit => (Int128)limit.Most).ToArray();
        Shares = SharesOf(problem);
        Members = MembersOf(Shares, Owner);
    }

    /// <summary>The number of each choice's first option, and at the end the count of all.</summary>
    public int[] First { get; }

    /// <summary>The choice of each option.</summary>
    public int[] Owner { get; }

    /// <summary>The cost of each option, with that of the facilities that no other choice can need.</summary>
    public Int128[] Cost { get; }

    /// <summary>Which of <see cref="Needs"/> each option has.</summary>
    public int[] NeedOf { get; }

    /// <summary>The distinct sets of facilities that options need; the first one is empty.</summary>
    public int[][] Needs { get; }

    public long[] FacilityCost { get; }

    /// <summary>What each option is ruled out with; it stands on both sides.</summary>
    public Partner[][] Partners { get; }

    /// <summary>What each option adds to limits, by limit.</summary>
    public LimitShare[][] Shares { get; }

    /// <summary>The most of each limit.</summary>
    public Int128[] Room { get; }

    /// <summary>The choices that can add to a limit, ascending.</summary>
    public Dictionary<int, int[]> Members { get; }

    public int Choices => First.Length - 1;

    public static ProblemTable Of(Problem problem) => new(problem);

    private Partner[][] PartnersOf(Problem problem)
    {
        var counts = new int[Owner.Length];
        foreach (var pair in problem.Pairs)
        {
            counts[Number(pair.First)]++;
            counts[Number(pair.Second)]++;
        }

        var partners = Array.ConvertAll(counts, count => count == 0 ? [] : new Partner[count]);
        foreach (var pair in problem.Pairs)
        {
            var (first, second) = (Number(pair.First), Number(pair.Second));
            partners[first][^counts[first]--] = new(second, pair.Facility ?? -1);
            partners[second][^counts[second]--] = new(first, pair.Facility ?? -1);
        }

        return partners;
    }

    private LimitShare[][] SharesOf(Problem problem)
    {
        var shares = new List<LimitShare>?[Owner.Length];
        for (var limit = 0; limit < problem.Limits.Count; limit++)
        {
            foreach (var term in problem.Limits[limit].Terms.Items.Where(term => term.Amount > 0))
            {
                (shares[Number(term.Option)] ??= []).Add(new(limit, term.Amount));
            }
        }

        return shares.Select(list => list is null ? [] : Added(list)).ToArray();
    }

    private static Dictionary<int, int[]> MembersOf(LimitShare[][] shares, int[] owner)
    {
        var members = new Dictionary<int, List<int>>();
        for (var option = 0; option < owner.Length; option++)
        {
            foreach (var share in shares[option])
            {
                if (!members.TryGetValue(share.Limit, out var choices))
                {
                    members.Add(share.Limit, choices = []);
                }

                // Options stand in the order of choices, so that a choice that is in the list already is its last.
                if (choices.Count == 0 || choices[^1] != owner[option])
                {
                    choices.Add(owner[option]);
                }
            }
        }

        return members.ToDictionary(group => group.Key, group => group.Value.ToArray());
    }

    /// <summary>One share per limit, whatever the number of terms. They come in the order of limits.</summary>
    private static LimitShare[] Added(List<LimitShare> shares) => shares.Count == 1 ? [.. shares] : shares.GroupBy(share => share.Limit)
        .Select(group => new LimitShare(group.Key, group.Aggregate(Int128.Zero, (sum, share) => sum + share.Amount))).ToArray();

    private int Number(OptionRef option) => First[option.Choice] + option.Option;
}
