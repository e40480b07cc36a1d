using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes.Actions;

/// <summary>What names an action in routes.</summary>
/// <param name="Controller">Without <c>Controller</c> at the end.</param>
/// <param name="Action">Without <c>Async</c> at the end, unless the application keeps it.</param>
/// <param name="Area">Null where it is in none.</param>
internal sealed record RouteValues(string Controller, string Action, string? Area)
{
    private const string ControllerSuffix = "Controller";
    private const string AsyncSuffix = "Async";

    /// <summary>By the names that routes ask for.</summary>
    public IEnumerable<KeyValuePair<string, string?>> All => [new("controller", Controller), new("action", Action), new("area", Area)];

    public static RouteValues Of(INamedTypeSymbol type, IMethodSymbol action, bool keepsAsync) => new(
        WithoutEnd(type.Name, ControllerSuffix, StringComparison.OrdinalIgnoreCase),
        ControllerActions.Argument(ControllerActions.Overridden(action), "ActionNameAttribute")
            ?? (keepsAsync ? action.Name : WithoutEnd(action.Name, AsyncSuffix, StringComparison.Ordinal)),
        ControllerActions.Argument(ControllerActions.Inherited(type), "AreaAttribute"));

    /// <summary>A template with the names in the place of <c>[controller]</c> and its like; doubled brackets stand for themselves.</summary>
    public string Fill(string template) => Regex.Replace(template, @"\[\[|\]\]|\[(?<name>[^\[\]]+)\]", match => match.Value switch
    {
        "[[" => "[",
        "]]" => "]",
        _ => All.FirstOrDefault(each => string.Equals(each.Key, match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)).Value ?? match.Value,
    });

    private static string WithoutEnd(string name, string end, StringComparison comparison) =>
        name.EndsWith(end, comparison) && name.Length > end.Length ? name.Substring(0, name.Length - end.Length) : name;
}
