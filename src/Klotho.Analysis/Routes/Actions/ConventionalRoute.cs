using Klotho.Analysis.Routes.Templates;

namespace Klotho.Analysis.Routes.Actions;

/// <summary>A route that finds actions by their names.</summary>
/// <param name="Template">Its template.</param>
/// <param name="Defaults">What it says beside the template.</param>
/// <param name="Order">Its place among the routes of its kind, from one.</param>
internal sealed record ConventionalRoute(RouteTemplate Template, IReadOnlyDictionary<string, string> Defaults, int Order)
{
    // What the framework checks is that somebody has the value, which an action does.
    private const string Exists = "exists";

    /// <summary>Whether a constraint decides on names, so that only running it tells which actions it finds.</summary>
    public bool IsUnknown(RouteValues action) => action.All.Any(each => Template.Parameter(each.Key)?.Constraints.Any(constraint => constraint != Exists) == true);

    /// <summary>
    /// The template for one action: its names in the place of parameters that must be there, and so in all before them. Null where
    /// the route cannot find it.
    /// </summary>
    public string? For(RouteValues action)
    {
        foreach (var each in action.All)
        {
            var parameter = Template.Parameter(each.Key);
            var otherwise = Default(each.Key);
            var finds = each.Value is null ? parameter is null && otherwise is null : parameter is not null || AreSame(otherwise, each.Value);
            if (!finds)
            {
                return null;
            }
        }

        var segments = Template.Segments.Select(segment => segment.Text).ToArray();
        var isNeeded = false;
        for (var index = segments.Length - 1; index >= 0; index--)
        {
            if (Template.Segments[index].Parts is { Count: 1 } parts && parts[0] is { IsLiteral: false } parameter
                && action.All.FirstOrDefault(each => string.Equals(each.Key, parameter.Text, StringComparison.OrdinalIgnoreCase)).Value is { } value)
            {
                isNeeded |= !AreSame(Default(parameter.Text), value);
                segments[index] = isNeeded ? value : segments[index];
            }
        }

        return string.Join("/", segments);
    }

    private string? Default(string name) => Template.Parameter(name)?.Default ?? (Defaults.TryGetValue(name, out var text) ? text : null);

    private static bool AreSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
