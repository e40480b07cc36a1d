using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>One option for each choice, with what they need together, so that any single change can be weighed without planning anew.</summary>
internal sealed class TakenPlan
{
    private readonly EquatableArray<int> taken;
    private readonly FacilityUse[][] usesOf;
    private readonly ILookup<FacilityId, FacilityUse> uses;
    private readonly ILookup<int, (LatencyPath Path, long Taken)> pathsOf;

    public TakenPlan(PlanModel model, EquatableArray<int> taken)
    {
        Model = model;
        this.taken = taken;
        usesOf = [.. Enumerable.Range(0, model.Choices.Count).Select(choice => UsesOf(choice, Option(choice), NeedsOf(choice, Option(choice))))];
        uses = usesOf.SelectMany(own => own).ToLookup(use => use.Facility);
        Facilities = [.. uses.Select(use => use.Key).Order().Select(Find)];
        pathsOf = model.Paths.Select(path => (Path: path, Taken: Latency(path).Microseconds))
            .SelectMany(path => path.Path.Choices.Items.Select(choice => (choice, path))).ToLookup(pair => pair.choice, pair => pair.path);
        Cost = Enumerable.Range(0, model.Choices.Count).Select(choice => Option(choice).Cost).Concat(Facilities.Select(facility => facility.Cost.Expected))
            .Aggregate(Money.Zero, (sum, cost) => sum + cost);
    }

    public PlanModel Model { get; }

    /// <summary>What it costs altogether.</summary>
    public Money Cost { get; }

    /// <summary>What nodes share, sorted.</summary>
    public IReadOnlyList<Facility> Facilities { get; }

    public PlanOption Option(int choice) => Model.Choices[choice].Options[taken[choice]];

    public IEnumerable<NodeId> UsersOf(FacilityId facility) => uses[facility].Select(use => use.User).Distinct().Order();

    /// <summary>What an option shares with other nodes, beside the options that are taken for them, sorted.</summary>
    public IEnumerable<FacilityId> FacilitiesOf(int choice) => usesOf[choice].Select(use => use.Facility).Distinct().Order();

    /// <summary>How long requests on the path take.</summary>
    public Duration Latency(LatencyPath path) => new(path.Choices.Items.Aggregate(path.Work.Microseconds, (sum, choice) => sum + path.Amount(Option(choice))));

    /// <summary>What the whole plan would be with another option for one choice, all else as it is. The option need not be allowed.</summary>
    public OptionSwap With(int choice, PlanOption option)
    {
        var needs = NeedsOf(choice, option);
        var difference = option.Cost - Option(choice).Cost + Shared(choice, UsesOf(choice, option, needs));
        var forbidden = needs.FindAll(need => need.Need.Facility is null);
        return new(difference, Model.Premium(choice, option) - Model.Premium(choice, Option(choice)), forbidden, Slow(choice, option));
    }

    /// <summary>What is paid for facilities more, if a choice uses these instead of what it uses.</summary>
    private Money Shared(int choice, FacilityUse[] instead)
    {
        var difference = Money.Zero;
        for (var index = 0; index < instead.Length; index++)
        {
            if (IsFirst(instead, index) && !uses.Contains(instead[index].Facility))
            {
                difference += Find(instead[index].Facility).Cost.Expected;
            }
        }

        var before = usesOf[choice];
        for (var index = 0; index < before.Length; index++)
        {
            var facility = before[index].Facility;
            if (IsFirst(before, index) && !Array.Exists(instead, use => use.Facility == facility) && IsAlone(choice, facility))
            {
                difference -= Find(facility).Cost.Expected;
            }
        }

        return difference;
    }

    /// <summary>A facility counts once, however many uses there are of it.</summary>
    private static bool IsFirst(FacilityUse[] all, int index) => Array.FindIndex(all, use => use.Facility == all[index].Facility) == index;

    private bool IsAlone(int choice, FacilityId facility)
    {
        var own = Model.Choices[choice].Id;
        return uses[facility].All(use => use.User == own || use.Beside == own);
    }

    private List<(LatencyRequirement Requirement, Duration Gives)> Slow(int choice, PlanOption option)
    {
        var slow = new List<(LatencyRequirement, Duration)>();
        foreach (var (path, taken) in pathsOf[choice])
        {
            var with = new Duration(taken + path.Amount(option) - path.Amount(Option(choice)));
            if (with > path.Requirement.Most)
            {
                slow.Add((path.Requirement, with));
            }
        }

        return slow;
    }

    private Facility Find(FacilityId facility) => Model.Ground.Find(facility);

    /// <summary>What an option needs by itself and beside its neighbours.</summary>
    private FacilityUse[] UsesOf(int choice, PlanOption option, List<(NodeId Neighbour, PairNeed Need)> needs)
    {
        if (option.Variant.Facilities.Count == 0 && !needs.Exists(static need => need.Need.Facility is not null))
        {
            return [];
        }

        var own = Model.Choices[choice].Id;
        return
        [
            .. option.Variant.Facilities.Items.Select(facility => new FacilityUse(facility, own, null)),
            .. needs.Where(need => need.Need.Facility is not null).Select(need => new FacilityUse(need.Need.Facility ?? default, own, need.Neighbour)),
        ];
    }

    private List<(NodeId Neighbour, PairNeed Need)> NeedsOf(int choice, PlanOption option) => Model.Pairs.NeedsOf(choice, option, Option);
}
