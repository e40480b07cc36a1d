using Klotho.Analysis.Collections;

namespace Klotho.Planning.Optimum;

/// <summary>
/// Choices that share no facility, rule or limit with the rest, as a problem of their own. The cost is a sum over parts and
/// the order of solutions is decided part by part, so the optimum of the whole is made of the optima of its parts.
/// </summary>
/// <param name="Problem">The part, with its own numbering.</param>
/// <param name="Choices">The number in the whole of each choice; ascending, which keeps the order of ties.</param>
internal sealed record ProblemPart(Problem Problem, int[] Choices)
{
    public static List<ProblemPart> Split(Problem whole)
    {
        var sets = Connect(whole);
        var count = whole.Choices.Count;
        if (count > 0 && Enumerable.Range(0, count).All(choice => sets.Find(choice) == 0))
        {
            return [new(whole, Enumerable.Range(0, count).ToArray())];
        }

        var pairs = whole.Pairs.Items.ToLookup(pair => sets.Find(pair.First.Choice));
        var limits = whole.Limits.Items.Where(limit => limit.Terms.Count > 0).ToLookup(limit => sets.Find(limit.Terms[0].Option.Choice));
        var facilities = Enumerable.Range(0, whole.Facilities.Count).ToLookup(facility => sets.Find(count + facility));
        var places = new int[count + whole.Facilities.Count];
        return Enumerable.Range(0, count).GroupBy(sets.Find)
            .Select(choices => Part(whole, choices.ToArray(), facilities[choices.Key].ToArray(), pairs[choices.Key], limits[choices.Key], places))
            .ToList();
    }

    /// <summary>Joins choices and facilities (which are numbered after the choices).</summary>
    private static DisjointSets Connect(Problem whole)
    {
        var count = whole.Choices.Count;
        var sets = new DisjointSets(count + whole.Facilities.Count);
        for (var choice = 0; choice < count; choice++)
        {
            foreach (var option in whole.Choices[choice].Options)
            {
                foreach (var facility in option.Facilities)
                {
                    sets.Join(choice, count + facility);
                }
            }
        }

        foreach (var pair in whole.Pairs)
        {
            sets.Join(pair.First.Choice, pair.Second.Choice);
            if (pair.Facility is { } facility)
            {
                sets.Join(pair.First.Choice, count + facility);
            }
        }

        foreach (var limit in whole.Limits)
        {
            foreach (var term in limit.Terms)
            {
                sets.Join(limit.Terms[0].Option.Choice, term.Option.Choice);
            }
        }

        return sets;
    }

    // The new number of each choice and facility is noted in places; parts do not overlap, so they share it.
    private static ProblemPart Part(
        Problem whole, int[] choices, int[] facilities, IEnumerable<PairRule> pairs, IEnumerable<SumLimit> limits, int[] places)
    {
        var count = whole.Choices.Count;
        for (var index = 0; index < choices.Length; index++)
        {
            places[choices[index]] = index;
        }

        for (var index = 0; index < facilities.Length; index++)
        {
            places[count + facilities[index]] = index;
        }

        return new(
            new(
                choices.Select(choice => new Choice(whole.Choices[choice].Options.Items.Select(MovedOption).ToEquatableArray())).ToEquatableArray(),
                facilities.Select(facility => whole.Facilities[facility]).ToEquatableArray(),
                pairs.Select(pair => new PairRule(Moved(pair.First), Moved(pair.Second), pair.Facility is { } facility ? places[count + facility] : null)).ToEquatableArray(),
                limits.Select(limit => new SumLimit(limit.Terms.Items.Select(term => new SumTerm(Moved(term.Option), term.Amount)).ToEquatableArray(), limit.Most)).ToEquatableArray()),
            choices);

        OptionRef Moved(OptionRef option) => option with { Choice = places[option.Choice] };

        Option MovedOption(Option option) => option.Facilities.Count == 0
            ? option
            : option with { Facilities = option.Facilities.Items.Select(facility => places[count + facility]).ToEquatableArray() };
    }
}
