using Klotho.Analysis.Collections;
using Klotho.Planning.Choices;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Conflicts;

/// <summary>
/// Finds what one line of a conflict would have to say for a plan to exist: the nearest value of a requirement, the type or
/// value that the plan has without a directive. Every other line holds; where they conflict too, those of this conflict do.
/// </summary>
internal sealed class RepairSearch(PlanGround ground, PlanLines lines, IReadOnlyList<PlanLine> conflict)
{
    private const int Value = 0;
    private const int YesOrNo = 1;
    private const int Directive = 2;
    private const int LineGone = 3;
    private const int DataMoves = 4;
    private const decimal Parts = 1_000_000;
    private const decimal MostGap = 1_000_000;

    public IReadOnlyList<Repair> Run() => [.. conflict.Select(Find).OfType<Repair>().OrderBy(repair => repair.Rank).ThenBy(repair => repair.Gap).ThenBy(repair => repair.Cost).ThenBy(repair => repair.Line.Location)];

    private Repair? Find(PlanLine line) => line switch
    {
        PlanLine.Asked { Requirement: LatencyRequirement latency } => Faster(line, latency),
        PlanLine.Asked { Requirement: MonthlyCostRequirement { Scope: null } cost } => Cheaper(line, cost),
        PlanLine.Asked { Requirement: var requirement } => Nearer(line, requirement) ?? Gone(line, LineGone, null),
        PlanLine.Directed { Setting: var setting } => Gone(line, Directive, plan => TypeAt(plan, setting.Path)),
        PlanLine.Locked { Node: var node } => Gone(line, DataMoves, plan => TypeOf(plan, node.Id.ToString())),
        _ => null,
    };

    private Repair? Cheaper(PlanLine line, MonthlyCostRequirement cost) =>
        Model(others => others with { Tolerated = cost }) is { } model &&
        PlanSearch.Least(model, (_, option) => option.Cost.Micro, facility => facility.Cost.Expected.Micro) is { } plan
            ? new(line, $"{plan.Cost.RoundedUp}", Value, Gap.Between(plan.Cost.Micro, cost.Most.Micro), plan.Cost)
            : null;

    private Repair? Faster(PlanLine line, LatencyRequirement latency)
    {
        if (Model(others => others with { Tolerated = latency }) is not { } model)
        {
            return null;
        }

        var paths = new LatencyPaths(model.Ground, model.Builder.Demands, model.Lines.Requirements.Items).Find().Where(path => path.Requirement == latency).ToList();
        var passing = paths.SelectMany(path => path.Choices.Items.Select(choice => (choice, path))).ToLookup(pair => pair.choice, pair => pair.path);
        var fastest = PlanSearch.Least(model, (choice, option) => passing[choice].Sum(path => path.Amount(option)), _ => 0);
        if (fastest is null || (model.Budget is { } budget && fastest.Cost > budget.Most))
        {
            fastest = PlanSearch.Run(model);
        }

        if (fastest is null || paths.Count == 0)
        {
            return null;
        }

        var gives = paths.Max(fastest.Latency);
        return new(line, $"{gives}", Value, Gap.Between(gives.Microseconds, latency.Most.Microseconds), fastest.Cost);
    }

    private Repair? Nearer(PlanLine line, Requirement requirement)
    {
        if (Model(others => others with { Tolerated = requirement }) is not { } model)
        {
            return null;
        }

        var asked = model.Choices.Select(choice => model.Builder.Requirements.For(choice.Id, choice.Capability).Items.Contains(requirement)).ToList();
        var plan = PlanSearch.Least(model, (choice, option) => (long)(Missing(choice, option) * Parts), _ => 0);
        if (plan is null || (model.Budget is { } budget && plan.Cost > budget.Most))
        {
            plan = PlanSearch.Run(model);
        }

        var missed = plan is null ? [] : Enumerable.Range(0, model.Choices.Count).Where(choice => asked[choice])
            .Select(choice => Judged(plan.Option(choice))).OfType<Shortfall>().OrderBy(shortfall => shortfall.Gap).ToList();
        return plan is not null && missed.FirstOrDefault(shortfall => IsEnough(requirement, shortfall.Gives)) is { } nearest
            ? new(line, nearest.Gives, nearest.Gap >= 1 ? YesOrNo : Value, nearest.Gap, plan.Cost)
            : null;

        Shortfall? Judged(PlanOption option) => PlanOption.Judge(requirement, option.Variant, option.Context);

        decimal Missing(int choice, PlanOption option) => asked[choice] ? Math.Min(Judged(option)?.Gap ?? 0, MostGap) : 0;
    }

    private Repair? Gone(PlanLine line, int rank, Func<TakenPlan, string?>? instead)
    {
        var model = Model(others => others.Without(line));
        return model is not null && PlanSearch.Run(model) is { } plan ? new(line, instead?.Invoke(plan), rank, 0, plan.Cost) : null;
    }

    /// <summary>A model with the line changed: among all lines if that has a plan, else among those of the conflict.</summary>
    private PlanModel? Model(Func<PlanLines, PlanLines> change)
    {
        var all = PlanModel.Of(ground, change(lines));
        if (PlanSearch.IsSatisfiable(all))
        {
            return all;
        }

        var few = PlanModel.Of(ground, change(lines.Only(conflict)));
        return PlanSearch.IsSatisfiable(few) ? few : null;
    }

    /// <summary>Whether a plan exists with another value; what is no value (a host that promises nothing) is none.</summary>
    private bool IsEnough(Requirement requirement, string value)
    {
        if (requirement.Line.Leaf.Spec is not ScalarKey && !value.Any(char.IsAsciiDigit))
        {
            return false;
        }

        var setting = requirement.Line.Setting;
        ParameterValue written = setting.Value is ParameterValue.Truth ? new ParameterValue.Truth(value == "true") : new ParameterValue.Text(value);
        var other = requirement.Line.Leaf.Make(requirement.Line with { Setting = setting with { Value = written } });
        return Model(others => others with { Requirements = others.Requirements.Items.Replace(requirement, other).ToEquatableArray() }) is not null;
    }

    private static string? TypeAt(TakenPlan plan, string path)
    {
        for (var choice = 0; choice < plan.Model.Choices.Count; choice++)
        {
            var (node, capability) = (plan.Model.Choices[choice].Id, plan.Model.Choices[choice].Capability);
            var section = string.Join('.', capability.Section);
            if (path == $"{section}.{node.Name}.type" || path == $"defaults.{section}.type")
            {
                return plan.Option(choice).Candidate.Type.Name;
            }
        }

        return null;
    }

    private static string? TypeOf(TakenPlan plan, string node) => Enumerable.Range(0, plan.Model.Choices.Count)
        .Where(choice => plan.Model.Choices[choice].Id.ToString() == node)
        .Select(choice => plan.Option(choice).Candidate.Type.Name)
        .FirstOrDefault();
}
