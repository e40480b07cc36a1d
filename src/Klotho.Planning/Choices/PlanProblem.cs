using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;
using Klotho.Planning.Optimum;

namespace Klotho.Planning.Choices;

/// <summary>
/// A model as a problem to be solved, without the options that another one of the same node can replace in any plan: it looks the same
/// to neighbours, shares the same, costs no more, is no slower where that counts, and comes first where they are equal; nor limits that
/// no plan can break. The optimum stays what it is.
/// </summary>
internal sealed class PlanProblem
{
    private readonly int[][] kept;

    private PlanProblem(Problem problem, int[][] kept)
    {
        Problem = problem;
        this.kept = kept;
    }

    public Problem Problem { get; }

    public static PlanProblem Of(PlanModel model, Func<int, PlanOption, long> weigh, Func<Facility, long> weighFacility)
    {
        var weights = model.Choices.Select((choice, index) => choice.Options.Select(option => weigh(index, option)).ToArray()).ToArray();
        var limits = model.Paths.Where(path => path.Choices.Items.Sum(choice => model.Choices[choice].Options.Max(path.Amount)) > path.Most).ToList();
        var limitsOf = limits.SelectMany(path => path.Choices.Items.Select(choice => (choice, path))).ToLookup(pair => pair.choice, pair => pair.path);
        var kept = model.Choices.Select((choice, index) => Kept(choice, weights[index], [.. limitsOf[index]])).ToArray();
        var places = model.Choices.Select((choice, index) => Places(choice, kept[index])).ToArray();
        var problem = new Problem(
            model.Choices.Select((choice, index) => new Choice(kept[index].Select(option => new Option(
                weights[index][option], model.Pairs.IndexesOf(choice.Options[option].Variant.Facilities))).ToEquatableArray())).ToEquatableArray(),
            model.Pairs.Facilities.Select(weighFacility).ToEquatableArray(),
            model.Pairs.Rules(places).ToEquatableArray(),
            limits.Select(path => new SumLimit(
                path.Choices.Items.SelectMany(choice => kept[choice].Select((option, place) => new SumTerm(new(choice, place), path.Amount(model.Choices[choice].Options[option])))).ToEquatableArray(),
                path.Most)).ToEquatableArray());
        return new(problem, kept);
    }

    /// <summary>The model's number of the option that a solution takes for each choice.</summary>
    public EquatableArray<int> OptionsOf(Solution solution) => solution.Options.Items.Select((place, choice) => kept[choice][place]).ToEquatableArray();

    private static int[] Kept(PlanChoice choice, long[] weights, LatencyPath[] limits)
    {
        var options = choice.Options;
        var kept = new List<int>(options.Count);
        for (var option = 0; option < options.Count; option++)
        {
            if (!IsReplaced(option))
            {
                kept.Add(option);
            }
        }

        return [.. kept];

        bool IsReplaced(int option)
        {
            for (var other = 0; other < options.Count; other++)
            {
                if (Replaces(other, option))
                {
                    return true;
                }
            }

            return false;
        }

        bool Replaces(int other, int option) => other != option
            && choice.Profiles.Of(other) == choice.Profiles.Of(option)
            && (weights[other] < weights[option] || (weights[other] == weights[option] && other < option))
            && IsAsFast(options[other], options[option]);

        bool IsAsFast(PlanOption other, PlanOption option)
        {
            foreach (var path in limits)
            {
                if (path.Amount(other) > path.Amount(option))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The places, among the options that are kept, of those with each profile.</summary>
    private static int[][] Places(PlanChoice choice, int[] kept)
    {
        var places = new List<int>[choice.Profiles.Count];
        for (var place = 0; place < kept.Length; place++)
        {
            (places[choice.Profiles.Of(kept[place])] ??= []).Add(place);
        }

        return [.. places.Select(list => list is null ? [] : list.ToArray())];
    }
}
