using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Editing;

/// <summary>In what two plans of the same code differ.</summary>
public static class EditEffects
{
    /// <summary>Sorted by subject, nodes before facilities.</summary>
    public static EquatableArray<EditEffect> Between(Plan before, Plan after) => new(
    [
        .. after.Decisions.Items.Select(decision => Hosting(before.For(decision.Node), decision)).OfType<EditEffect>(),
        .. before.Shared.Items.Concat(after.Shared.Items).Select(shared => shared.Facility.Id).Distinct().Order()
            .Select(id => Sharing(id, Find(before, id), Find(after, id))).OfType<EditEffect>(),
    ]);

    private static EditEffect? Hosting(Decision? before, Decision after)
    {
        if (before is null)
        {
            return new($"{after.Node}", "", after.Type.Name, Money.Zero, after.Cost.Expected);
        }

        var (was, becomes) = before.Type == after.Type
            ? (Parameters(before, after), Parameters(after, before))
            : (before.Type.Name, after.Type.Name);
        return was == becomes && before.Cost.Expected == after.Cost.Expected
            ? null
            : new($"{after.Node}", was, becomes, before.Cost.Expected, after.Cost.Expected);
    }

    private static string Parameters(Decision one, Decision other) => string.Join(", ", one.Parameters.Items
        .Where(parameter => other.Parameter(parameter.Name)?.Value != parameter.Value)
        .Select(parameter => $"{parameter.Name} {parameter.Value}"));

    private static EditEffect? Sharing(FacilityId id, Facility? before, Facility? after) => (before, after) switch
    {
        (null, { } added) => new($"shared {id}", "", "needed", Money.Zero, added.Cost.Expected),
        ({ } gone, null) => new($"shared {id}", "needed", "", gone.Cost.Expected, Money.Zero),
        ({ } was, { } becomes) when was.Cost.Expected != becomes.Cost.Expected => new($"shared {id}", "", "", was.Cost.Expected, becomes.Cost.Expected),
        _ => null,
    };

    private static Facility? Find(Plan plan, FacilityId id) => plan.Shared.Items.FirstOrDefault(shared => shared.Facility.Id == id)?.Facility;
}
