using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Optimum;

namespace Klotho.Planning.Choices;

/// <summary>What hosts of neighbouring nodes need of each other, as rules between options, and every facility that any option or pair can need.</summary>
internal sealed class PairTable
{
    private readonly Dictionary<FacilityId, int> indexes;
    private readonly ILookup<int, (int Other, NeighbourPair Pair)> neighbours;
    private readonly IReadOnlyList<PlanChoice> choices;
    private readonly IReadOnlyList<(int First, int Second, NeighbourPair Pair)> pairs;

    private PairTable(PlanGround ground, IReadOnlyList<PlanChoice> choices)
    {
        this.choices = choices;
        var known = choices.Select((choice, index) => (choice.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        pairs = [.. NeighbourPair.Of(ground.Graph)
            .Where(pair => known.ContainsKey(pair.First) && known.ContainsKey(pair.Second))
            .Select(pair => (First: known[pair.First], Second: known[pair.Second], Pair: pair))];
        neighbours = pairs.SelectMany(pair => new[] { (pair.First, Other: pair.Second, pair.Pair), (First: pair.Second, Other: pair.First, pair.Pair) })
            .ToLookup(pair => pair.First, pair => (pair.Other, pair.Pair));
        var needs = pairs.SelectMany(pair => Between(pair.First, pair.Second, pair.Pair)).ToList();
        var ids = choices.SelectMany(choice => choice.Options.Concat(choice.Excluded)).SelectMany(option => option.Variant.Facilities.Items)
            .Concat(needs.Select(need => need.Need.Facility).OfType<FacilityId>())
            .Distinct().Order().ToList();
        Facilities = [.. ids.Select(ground.Find)];
        indexes = ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index);
        Rules = needs.Select(need => new PairRule(need.First, need.Second, need.Need.Facility is { } facility ? indexes[facility] : null)).Distinct().ToEquatableArray();
    }

    public IReadOnlyList<Facility> Facilities { get; }

    public EquatableArray<PairRule> Rules { get; }

    public static PairTable Of(PlanGround ground, IReadOnlyList<PlanChoice> choices) => new(ground, choices);

    /// <summary>What an option of a choice may need beside any allowed option of its neighbours.</summary>
    public IEnumerable<PairNeed> PossibleNeedsOf(int choice, PlanOption option) => neighbours[choice].SelectMany(neighbour =>
        choices[neighbour.Other].Options.SelectMany(other => Needs(choice, option, neighbour.Other, other, neighbour.Pair)));

    /// <summary>Two neighbours that no options of theirs bring together, with a reason; null where there are none.</summary>
    public (NodeId Node, string Reason)? Barrier => pairs
        .Where(pair => choices[pair.First].Options.Count > 0 && choices[pair.Second].Options.Count > 0)
        .Where(pair => Between(pair.First, pair.Second, pair.Pair).Where(need => need.Need.Facility is null).Select(need => (need.First, need.Second)).Distinct().Count()
            == choices[pair.First].Options.Count * choices[pair.Second].Options.Count)
        .Select(pair => ((NodeId, string)?)(pair.Pair.First, Between(pair.First, pair.Second, pair.Pair).First(need => need.Need.Facility is null).Need.Reason))
        .FirstOrDefault();

    public int IndexOf(FacilityId facility) => indexes[facility];

    /// <summary>What an option of a choice (allowed or not) needs beside the options that are taken for its neighbours.</summary>
    public IEnumerable<(NodeId Neighbour, PairNeed Need)> NeedsOf(int choice, PlanOption option, Func<int, PlanOption> taken) =>
        neighbours[choice].SelectMany(neighbour => Needs(choice, option, neighbour.Other, taken(neighbour.Other), neighbour.Pair)
            .Select(need => (choices[neighbour.Other].Id, need)));

    private IEnumerable<(OptionRef First, OptionRef Second, PairNeed Need)> Between(int first, int second, NeighbourPair pair)
    {
        for (var one = 0; one < choices[first].Options.Count; one++)
        {
            for (var other = 0; other < choices[second].Options.Count; other++)
            {
                foreach (var need in Needs(first, choices[first].Options[one], second, choices[second].Options[other], pair))
                {
                    yield return (new(first, one), new(second, other), need);
                }
            }
        }
    }

    /// <summary>A pair is asked in the direction of its edge.</summary>
    private IEnumerable<PairNeed> Needs(int choice, PlanOption option, int other, PlanOption otherOption, NeighbourPair pair)
    {
        var own = new Neighbour(choices[choice].Node, option.Candidate, option.Variant, pair.Edge);
        var beside = new Neighbour(choices[other].Node, otherOption.Candidate, otherOption.Variant, pair.Edge);
        return pair.First == choices[choice].Id ? NeighbourPair.Needs(own, beside) : NeighbourPair.Needs(beside, own);
    }
}
