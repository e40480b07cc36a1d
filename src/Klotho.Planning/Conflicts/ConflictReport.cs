using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Choices;

namespace Klotho.Planning.Conflicts;

/// <summary>Says what conflicts, where, and what the nearest plan is that would work.</summary>
internal static class ConflictReport
{
    private const int MostRepairs = 2;

    public static KlothoDiagnostic Of(PlanGround ground, PlanLines lines)
    {
        var conflict = new ConflictFinder(ground, lines).Find();
        var model = PlanModel.Of(ground, lines.Only(conflict));
        var barrier = model.Refusal ?? model.Pairs.Barrier;
        var because = barrier is { } known ? $": {known.Reason}" : "";
        if (conflict.Count == 0)
        {
            // Every code is hostable with nothing written: a catalogue without that (a test's) still gets an answer.
            var node = ground.Graph.Find(barrier?.Node ?? ground.Hosted[0].Node.Id) ?? ground.Hosted[0].Node;
            return ConflictRules.Unfollowable.At(node.Locations.Items.Take(1), $"`{node.Id}` as the code asks for it", because, "the one with other code");
        }

        var repairs = new RepairSearch(ground, lines, conflict).Run();
        var nearest = repairs.Count == 0 ? "leave out one of these lines" : string.Join(", or ", repairs.Take(MostRepairs).Select(Text));
        var ordered = conflict.OrderBy(line => line is PlanLine.Locked).ThenBy(line => line.Location).ToList();
        return Rule(conflict).At(ordered.Select(line => line.Location), string.Join(" and ", ordered.Select(line => $"`{line.Text}`")), because, nearest);
    }

    private static DiagnosticRule Rule(IReadOnlyList<PlanLine> conflict) =>
        conflict.Any(line => line is PlanLine.Locked) ? ConflictRules.LockConflict
        : conflict.All(line => line is PlanLine.Directed) ? ConflictRules.Unfollowable
        : conflict.Any(line => line is PlanLine.Directed) ? ConflictRules.DirectiveAgainstRequirement
        : conflict.Count > 1 ? ConflictRules.RequirementsConflict
        : ConflictRules.Unmeetable;

    private static string Text(Repair repair)
    {
        var key = repair.Line switch
        {
            PlanLine.Asked { Requirement: var requirement } => $"`{requirement.Path}`",
            PlanLine.Directed { Setting: var setting } => $"`{setting.Path}`",
            PlanLine.Locked { Node: var node } => $"`{node.Id}`",
            _ => "",
        };
        return repair.Instead is { } instead ? $"{key} {instead} ({repair.Cost})" : $"without {key} ({repair.Cost})";
    }
}
