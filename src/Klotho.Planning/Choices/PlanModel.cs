using Klotho.Analysis.Graph;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>Everything that can be chosen and everything that limits it, under one set of lines.</summary>
internal sealed class PlanModel
{
    private PairTable? pairs;
    private LockHolds? holds;

    private PlanModel(PlanGround ground, ChoiceBuilder builder, IReadOnlyList<PlanChoice> choices, PlanLines lines)
    {
        Ground = ground;
        Builder = builder;
        Choices = choices;
        Lines = lines;
        Paths = [.. new LatencyPaths(ground, builder.Demands, lines.Requirements.Items).Find().Where(path => path.Requirement != lines.Tolerated)];
        Budget = lines.Requirements.Items.OfType<MonthlyCostRequirement>().FirstOrDefault(line => line.Scope is null && line != lines.Tolerated);
    }

    public PlanGround Ground { get; }

    public ChoiceBuilder Builder { get; }

    public PlanLines Lines { get; }

    public IReadOnlyList<PlanChoice> Choices { get; }

    public PairTable Pairs => pairs ??= PairTable.Of(Ground, Choices);

    public IReadOnlyList<LatencyPath> Paths { get; }

    /// <summary>What the whole application may cost, where a line says it.</summary>
    public MonthlyCostRequirement? Budget { get; }

    /// <summary>A node whose only hosts that the lines allow cannot do what the code asks of it, and why; null where there is none.</summary>
    public (NodeId Node, string Reason)? Refusal => Choices
        .Where(choice => choice.Options.Count == 0)
        .SelectMany(choice => choice.Excluded
            .Where(option => option.Against is null && option.Shortfalls.Count == 0)
            .Select(option => option.Variant.Refusal is { } refusal ? ((NodeId, string)?)(choice.Id, refusal) : null))
        .FirstOrDefault(found => found is not null);

    public static PlanModel Of(PlanGround ground, PlanLines lines)
    {
        var builder = new ChoiceBuilder(ground, lines);
        var choices = SideBySide.Of(ground.Hosted.Count, index => builder.Build(ground.Hosted[index].Node, ground.Hosted[index].Capability));
        return new(ground, builder, choices, lines);
    }

    /// <summary>What speaks against an option besides its price.</summary>
    public Money Premium(int choice, PlanOption option) => option.Premium + (holds ??= new(Ground, Choices, Pairs)).Against(choice, option);

    /// <summary>
    /// The same with only what can be emitted, where a choice has any of that: whatever plan it has is preferred to any with the rest, and it
    /// is a much smaller problem.
    /// </summary>
    public PlanModel Emitted() => new(Ground, Builder, SideBySide.Of(Choices.Count, choice => Choices[choice].Emitted()), Lines);
}
