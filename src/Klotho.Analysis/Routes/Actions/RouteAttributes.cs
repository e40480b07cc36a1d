using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes.Actions;

/// <summary>Reads the routing attributes of controllers and actions: ASP.NET Core's own, and the user's own that are made of them.</summary>
internal sealed class RouteAttributes(SourceProgram program)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    private static readonly Dictionary<string, string[]> VerbsOf = new(StringComparer.Ordinal)
    {
        ["HttpGetAttribute"] = ["GET"],
        ["HttpPostAttribute"] = ["POST"],
        ["HttpPutAttribute"] = ["PUT"],
        ["HttpDeleteAttribute"] = ["DELETE"],
        ["HttpPatchAttribute"] = ["PATCH"],
        ["HttpHeadAttribute"] = ["HEAD"],
        ["HttpOptionsAttribute"] = ["OPTIONS"],
        ["RouteAttribute"] = [],
    };

    private readonly OwnRouteAttributes own = new(program);

    /// <summary>The attributes; null in the place of one that only running it tells.</summary>
    public IReadOnlyList<RouteAttribute?> Of(ISymbol symbol) =>
        symbol.GetAttributes().Where(each => each.AttributeClass is { } type && IsRouting(type)).Select(Read).ToList();

    private static bool IsRouting(INamedTypeSymbol type) =>
        ConventionAttributes.Implements(type, Mvc + "Routing.IRouteTemplateProvider") || ConventionAttributes.Implements(type, Mvc + "Routing.IActionHttpMethodProvider");

    private RouteAttribute? Read(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type)
        {
            return null;
        }

        var read = type.Is(Mvc + type.Name) ? OfFramework(type, Given(attribute)) : own.Read(attribute, type, OfFramework);
        return read is null ? null : read with
        {
            Template = Named(attribute, "Route") as string ?? read.Template,
            Order = Named(attribute, "Order") as int? ?? read.Order,
            Name = Named(attribute, "Name") as string,
            At = Place(attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax),
        };
    }

    /// <summary>What an attribute of ASP.NET Core says that is made with these arguments.</summary>
    private static RouteAttribute? OfFramework(INamedTypeSymbol type, AttributeArguments arguments)
    {
        var list = arguments.Lists.FirstOrDefault();
        return VerbsOf.TryGetValue(type.Name, out var verbs) ? Made(verbs, arguments.Texts.FirstOrDefault())
            : type.Name == "AcceptVerbsAttribute" ? Made(list ?? arguments.Texts.OfType<string>(), null)
            : type.Name == "HttpMethodAttribute" && list is not null ? Made(list, arguments.Texts.FirstOrDefault())
            : null;
    }

    private static RouteAttribute Made(IEnumerable<string> verbs, string? template) =>
        new(verbs.Select(verb => verb.ToUpperInvariant()).Distinct().OrderBy(verb => verb, StringComparer.Ordinal).ToArray(), template, null, null, null);

    private static AttributeArguments Given(AttributeData attribute) => new(
        attribute.ConstructorArguments.Where(argument => argument.Kind != TypedConstantKind.Array).Select(argument => argument.Value as string).ToList(),
        attribute.ConstructorArguments.Where(argument => argument.Kind == TypedConstantKind.Array).Select(argument => (IReadOnlyList<string>)argument.Values.Select(value => value.Value).OfType<string>().ToList()).ToList());

    // The template where it is written here, or else the attribute.
    private static Location? Place(AttributeSyntax? attribute) => (attribute?.ArgumentList?.Arguments.FirstOrDefault()?.Expression ?? (SyntaxNode?)attribute)?.GetLocation();

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
