using Klotho.Analysis.Graph;
using Klotho.Planning.Choices;
using Klotho.Planning.Optimum;

namespace Klotho.Planning.Conflicts;

/// <summary>
/// Finds a smallest set of lines that no plan obeys together. That a set is satisfiable is asked of the planner itself, with
/// only those lines written; what is returned is minimal by that, also where a line takes the place of another one.
/// </summary>
internal sealed class ConflictFinder(PlanGround ground, PlanLines lines)
{
    /// <returns>The lines; empty if not even nothing written has a plan.</returns>
    public IReadOnlyList<PlanLine> Find()
    {
        var narrow = Narrowest();
        IReadOnlyList<PlanLine> all = [.. lines.Each()];
        var found = ConflictSearch.Run(all, chosen => Holds(narrow, chosen));
        return Shrunk(Holds(ground, found) ? all : found);
    }

    /// <summary>Leaves out lines until leaving out any one makes the rest satisfiable.</summary>
    private IReadOnlyList<PlanLine> Shrunk(IReadOnlyList<PlanLine> conflict)
    {
        var rest = conflict.ToList();
        while (rest.FirstOrDefault(line => !Holds(ground, [.. rest.Where(other => other != line)])) is { } needless)
        {
            rest.Remove(needless);
        }

        return rest;
    }

    /// <summary>One node, or what one path passes, where that alone has no plan: asking that is quick however large the application is.</summary>
    private PlanGround Narrowest()
    {
        var model = PlanModel.Of(ground, lines);
        var empty = model.Choices.Where(choice => choice.Options.Count == 0).Select(choice => new HashSet<NodeId>([choice.Id]));
        var paths = model.Paths.Select(path => path.Nodes.Items.ToHashSet());
        return empty.Concat(paths).Select(ground.Only).FirstOrDefault(only => !PlanSearch.IsSatisfiable(PlanModel.Of(only, lines))) ?? ground;
    }

    private bool Holds(PlanGround of, IReadOnlyList<PlanLine> chosen) => PlanSearch.IsSatisfiable(PlanModel.Of(of, lines.Only(chosen)));
}
