using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Optimum;

namespace Klotho.Planning.Choices;

/// <summary>What hosts of neighbouring nodes need of each other, and every facility that any option or pair can need.</summary>
internal sealed class PairTable
{
    private readonly Dictionary<FacilityId, int> indexes;
    private readonly ILookup<int, (int Other, NeighbourPair Pair)> neighbours;
    private readonly IReadOnlyList<PlanChoice> choices;
    private readonly IReadOnlyList<(int First, int Second, NeighbourPair Pair)> pairs;

    /// <summary>What profiles need beside each other; null for the facility where they may not be.</summary>
    private readonly IReadOnlyList<(ProfileRef First, ProfileRef Second, int? Facility)> needs;

    private PairTable(PlanGround ground, IReadOnlyList<PlanChoice> choices)
    {
        this.choices = choices;
        var known = choices.Select((choice, index) => (choice.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        pairs = [.. NeighbourPair.Of(ground.Graph)
            .Where(pair => known.ContainsKey(pair.First) && known.ContainsKey(pair.Second))
            .Select(pair => (First: known[pair.First], Second: known[pair.Second], Pair: pair))];
        neighbours = pairs.SelectMany(pair => new[] { (pair.First, Other: pair.Second, pair.Pair), (First: pair.Second, Other: pair.First, pair.Pair) })
            .ToLookup(pair => pair.First, pair => (pair.Other, pair.Pair));
        var between = Between();
        var ids = choices.SelectMany(choice => choice.Options.Concat(choice.Excluded)).SelectMany(option => option.Variant.Facilities.Items)
            .Concat(between.Select(need => need.Need.Facility).OfType<FacilityId>())
            .ToHashSet().Order().ToList();
        Facilities = [.. ids.Select(ground.Find)];
        indexes = ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        needs = between.ConvertAll(need => (need.First, need.Second, need.Need.Facility is { } facility ? indexes[facility] : (int?)null));
    }

    public IReadOnlyList<Facility> Facilities { get; }

    /// <summary>Whether some options of neighbours may not be taken together.</summary>
    public bool Forbids => needs.Any(need => need.Facility is null);

    public static PairTable Of(PlanGround ground, IReadOnlyList<PlanChoice> choices) => new(ground, choices);

    /// <summary>The rules between options.</summary>
    /// <param name="places">For each choice and each of its profiles, the numbers of the options that have it.</param>
    public IEnumerable<PairRule> Rules(int[][][] places)
    {
        foreach (var (first, second, facility) in needs)
        {
            foreach (var one in places[first.Choice][first.Profile])
            {
                foreach (var other in places[second.Choice][second.Profile])
                {
                    yield return new(new(first.Choice, one), new(second.Choice, other), facility);
                }
            }
        }
    }

    /// <summary>What an option of a choice may need beside any allowed option of its neighbours.</summary>
    public IEnumerable<PairNeed> PossibleNeedsOf(int choice, PlanOption option) => neighbours[choice].SelectMany(neighbour =>
        Hosts(neighbour.Other).SelectMany(other => Needs(choice, option, neighbour.Other, other, neighbour.Pair)));

    /// <summary>Two neighbours that no options of theirs bring together, with a reason; null where there are none.</summary>
    public (NodeId Node, string Reason)? Barrier => pairs
        .Where(pair => choices[pair.First].Options.Count > 0 && choices[pair.Second].Options.Count > 0)
        .Where(pair => Between(pair.First, pair.Second, pair.Pair).Where(need => need.Need.Facility is null).Select(need => (need.First, need.Second)).Distinct().Count()
            == choices[pair.First].Profiles.Count * choices[pair.Second].Profiles.Count)
        .Select(pair => ((NodeId, string)?)(pair.Pair.First, Between(pair.First, pair.Second, pair.Pair).First(need => need.Need.Facility is null).Need.Reason))
        .FirstOrDefault();

    /// <summary>The places of facilities in <see cref="Facilities"/>, ascending.</summary>
    public EquatableArray<int> IndexesOf(EquatableArray<FacilityId> facilities) =>
        facilities.Count == 0 ? EquatableArray<int>.Empty : facilities.Items.Select(facility => indexes[facility]).Order().ToEquatableArray();

    /// <summary>What an option of a choice (allowed or not) needs beside the options that are taken for its neighbours.</summary>
    public List<(NodeId Neighbour, PairNeed Need)> NeedsOf(int choice, PlanOption option, Func<int, PlanOption> taken)
    {
        var found = new List<(NodeId, PairNeed)>();
        foreach (var (other, pair) in neighbours[choice])
        {
            foreach (var need in Needs(choice, option, other, taken(other), pair))
            {
                found.Add((choices[other].Id, need));
            }
        }

        return found;
    }

    /// <summary>What all neighbours need, each need once: nodes that several edges join may need the same by each of them.</summary>
    private List<(ProfileRef First, ProfileRef Second, PairNeed Need)> Between()
    {
        var each = SideBySide.Of(pairs.Count, pair => Between(pairs[pair].First, pairs[pair].Second, pairs[pair].Pair).ToList());
        var joined = pairs.CountBy(pair => (pair.First, pair.Second)).Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet();
        var found = new List<(ProfileRef, ProfileRef, PairNeed)>(each.Sum(between => between.Count));
        var known = new HashSet<(ProfileRef, ProfileRef, FacilityId?)>();
        foreach (var ((first, second, _), between) in pairs.Zip(each))
        {
            var several = joined.Contains((first, second));
            foreach (var need in between)
            {
                if (!several || known.Add((need.First, need.Second, need.Need.Facility)))
                {
                    found.Add(need);
                }
            }
        }

        return found;
    }

    private IEnumerable<(ProfileRef First, ProfileRef Second, PairNeed Need)> Between(int first, int second, NeighbourPair pair)
    {
        for (var one = 0; one < choices[first].Profiles.Count; one++)
        {
            for (var other = 0; other < choices[second].Profiles.Count; other++)
            {
                foreach (var need in Needs(first, choices[first].Profiles.First(one), second, choices[second].Profiles.First(other), pair))
                {
                    yield return (new(first, one), new(second, other), need);
                }
            }
        }
    }

    /// <summary>One option for each profile of a choice.</summary>
    private IEnumerable<PlanOption> Hosts(int choice) => Enumerable.Range(0, choices[choice].Profiles.Count).Select(choices[choice].Profiles.First);

    /// <summary>A pair is asked in the direction of its edge.</summary>
    private IReadOnlyList<PairNeed> Needs(int choice, PlanOption option, int other, PlanOption otherOption, NeighbourPair pair)
    {
        var own = new Neighbour(choices[choice].Node, option.Candidate, option.Profile, pair.Edge);
        var beside = new Neighbour(choices[other].Node, otherOption.Candidate, otherOption.Profile, pair.Edge);
        return pair.First == choices[choice].Id ? NeighbourPair.Needs(own, beside) : NeighbourPair.Needs(beside, own);
    }
}
