using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>A routing attribute of a controller or an action: its verbs (none for <c>[Route]</c>) and its template.</summary>
internal sealed record RouteAttribute(string[] Verbs, string? Template)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    private static readonly Dictionary<string, string> VerbAttributes = new(StringComparer.Ordinal)
    {
        ["HttpGetAttribute"] = "GET",
        ["HttpPostAttribute"] = "POST",
        ["HttpPutAttribute"] = "PUT",
        ["HttpDeleteAttribute"] = "DELETE",
        ["HttpPatchAttribute"] = "PATCH",
        ["HttpHeadAttribute"] = "HEAD",
        ["HttpOptionsAttribute"] = "OPTIONS",
    };

    /// <summary>Whether an attribute of the user's own gives a template, which only running it tells.</summary>
    public static bool HasUnknown(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type
            && !type.Is(Mvc + type.Name)
            && type.AllInterfaces.Any(each => each.Is(Mvc + "Routing.IRouteTemplateProvider") || each.Is(Mvc + "Routing.IActionHttpMethodProvider")));

    public static IEnumerable<RouteAttribute> Of(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            var name = attribute.AttributeClass?.Name ?? "";
            if (!attribute.AttributeClass.Is(Mvc + name))
            {
                continue;
            }

            var first = attribute.ConstructorArguments.FirstOrDefault();
            if (VerbAttributes.TryGetValue(name, out var verb))
            {
                yield return new([verb], first.Value as string);
            }
            else if (name == "RouteAttribute")
            {
                yield return new([], first.Value as string);
            }
            else if (name == "AcceptVerbsAttribute")
            {
                var verbs = first.Kind == TypedConstantKind.Array ? first.Values.Select(value => value.Value as string) : [first.Value as string];
                yield return new(
                    verbs.OfType<string>().Select(each => each.ToUpperInvariant()).OrderBy(each => each, StringComparer.Ordinal).ToArray(),
                    attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Route").Value.Value as string);
            }
        }
    }

    /// <summary>
    /// The endpoints that an action's attributes make together: a verb without a template limits each plain
    /// <c>[Route]</c>, and makes an endpoint of its own only where there is none.
    /// </summary>
    public static IEnumerable<(string[] Verbs, string? Template)> Selectors(RouteAttribute[] attributes)
    {
        var bareVerbs = attributes.Where(each => each.Verbs.Length > 0 && each.Template is null)
            .SelectMany(each => each.Verbs).Distinct().OrderBy(verb => verb, StringComparer.Ordinal).ToArray();
        var plain = attributes.Where(each => each.Verbs.Length == 0).Select(each => (bareVerbs, each.Template)).ToArray();
        var own = attributes.Where(each => each.Verbs.Length > 0 && each.Template is not null).Select(each => (each.Verbs, each.Template)).ToArray();
        return plain.Length == 0 && (bareVerbs.Length > 0 || own.Length == 0)
            ? own.Append((bareVerbs, null))
            : own.Concat(plain);
    }
}
