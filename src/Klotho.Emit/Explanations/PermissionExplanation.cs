using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Permissions;
using Klotho.Planning.Explanations;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Explanations;

/// <summary>One action of one unit: what it is for, the paths through the code that need it, and what would take it away.</summary>
internal static class PermissionExplanation
{
    public static ExplanationDocument Of(Plan plan, EquatableArray<Permission> permissions)
    {
        var first = permissions[0];
        var targets = permissions.Items.Select(permission => permission.Target).OfType<NodeId>().Distinct().ToList();
        ExplanationSection[] sections =
        [
            new("statements", "Allows", permissions.Items.Select(permission => new ExplanationFact(permission.Action, $"on `{permission.On}`, for {permission.Because}", "", Nowhere)).ToEquatableArray()),
            new("path", "Because", permissions.Items.SelectMany(Paths).Distinct().ToEquatableArray()),
            new("hosted", "Hosted", targets.Select(plan.For).OfType<Decision>().Select(decision => new ExplanationFact($"{decision.Node}", $"{decision.Type}: {decision.Reason}", "", Nowhere)).ToEquatableArray()),
            new("changes", "Would go with", permissions.Items.Select(permission => new ExplanationFact(permission.Action, Change(permission), "", Nowhere)).Distinct().ToEquatableArray()),
        ];
        return new(first.Name, Title(first, targets), sections.Where(section => section.Facts.Count > 0).ToEquatableArray());
    }

    private static EquatableArray<SourceLocation> Nowhere => EquatableArray<SourceLocation>.Empty;

    private static string Title(Permission permission, IReadOnlyList<NodeId> targets) =>
        $"{permission.Unit} may `{permission.Action}`" + (targets.Count > 0
            ? $" on {string.Join(" and ", targets)}, because its code does"
            : $": its host does that by itself ({permission.Because})");

    private static IEnumerable<ExplanationFact> Paths(Permission permission) => permission.Needs.Items.Select(operation => new ExplanationFact(
        operation.Name,
        $"{permission.Target}: {string.Join(" → ", operation.Witness.Items.Select(step => step.Symbol))}",
        "",
        operation.Witness.Items.Select(step => step.Location).ToEquatableArray()));

    private static string Change(Permission permission) => permission.Target is { } target
        ? $"no code of {permission.Unit} that reaches {string.Join(" or ", permission.Needs.Items.Select(operation => operation.Name).Distinct())} on {target}"
        : $"another type for {permission.Unit}";
}
