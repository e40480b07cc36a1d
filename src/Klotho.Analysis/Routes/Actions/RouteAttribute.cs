using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes.Actions;

/// <summary>A routing attribute of a controller or an action.</summary>
/// <param name="Verbs">Sorted; none for <c>[Route]</c>.</param>
/// <param name="Template">Null where it says only verbs.</param>
/// <param name="Order">What decides between routes that match alike; null where it is silent.</param>
/// <param name="Name">The route's name; null where it is silent.</param>
/// <param name="At">Where it stands; null in a library.</param>
internal sealed record RouteAttribute(string[] Verbs, string? Template, int? Order, string? Name, Location? At)
{
    private bool IsSilent => Template is null && Order is null && Name is null;

    /// <summary>Whether the template stands for itself, whatever the controller says.</summary>
    public bool IsAbsolute => Template is { } text && (text.StartsWith("/", StringComparison.Ordinal) || text.StartsWith("~/", StringComparison.Ordinal));

    /// <summary>
    /// The endpoints that an action's attributes make together: a verb without a template limits each plain
    /// <c>[Route]</c>, and makes an endpoint of its own only where there is none.
    /// </summary>
    public static IEnumerable<RouteAttribute> Selectors(IReadOnlyList<RouteAttribute> attributes)
    {
        var silent = attributes.Where(each => each.IsSilent && each.Verbs.Length > 0)
            .SelectMany(each => each.Verbs).Distinct().OrderBy(verb => verb, StringComparer.Ordinal).ToArray();
        var plain = attributes.Where(each => each.Verbs.Length == 0).Select(each => each with { Verbs = silent }).ToList();
        var own = attributes.Where(each => each.Verbs.Length > 0 && !each.IsSilent).ToList();
        return plain.Count == 0 && (silent.Length > 0 || own.Count == 0)
            ? own.Append(new(silent, null, null, null, null))
            : own.Concat(plain);
    }
}
