using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>What the attributes of handlers, actions and controllers say of their endpoints.</summary>
internal static class ConventionAttributes
{
    private const string AspNet = "Microsoft.AspNetCore.";

    public static IEnumerable<RouteConvention> Of(ISymbol? symbol) => symbol is null ? [] : symbol.GetAttributes().SelectMany(Of);

    public static IEnumerable<RouteConvention> Of(AttributeData attribute) => attribute.AttributeClass is not { } type ? []
        : Implements(type, AspNet + "Authorization.IAuthorizeData") ? Authorize(type, First(attribute), name => Named(attribute, name))
        : OfType(type, Texts(attribute));

    /// <summary>What an attribute or another object among an endpoint's metadata says, by its type and the texts that it is made with.</summary>
    public static IEnumerable<RouteConvention> OfType(ITypeSymbol type, IReadOnlyList<string?> texts)
    {
        var first = texts.FirstOrDefault();
        return Implements(type, AspNet + "Authorization.IAllowAnonymous") ? [new(RouteConventionKind.Anonymous)]
            : type.Is(AspNet + "Cors.EnableCorsAttribute") ? [new(RouteConventionKind.Cors, first ?? "the default")]
            : type.Is(AspNet + "Cors.DisableCorsAttribute") ? [new(RouteConventionKind.Cors)]
            : type.Is(AspNet + "RateLimiting.EnableRateLimitingAttribute") ? [new(RouteConventionKind.RateLimit, first ?? "its own")]
            : type.Is(AspNet + "RateLimiting.DisableRateLimitingAttribute") ? [new(RouteConventionKind.NoRateLimit)]
            : type.Is(AspNet + "Routing.EndpointNameAttribute") && first is not null ? [new(RouteConventionKind.Name, first)]
            : type.Is(AspNet + "Http.TagsAttribute") ? texts.OfType<string>().Select(tag => new RouteConvention(RouteConventionKind.Tag, tag))
            : type.Is(AspNet + "Routing.ExcludeFromDescriptionAttribute") ? [new(RouteConventionKind.Undescribed)]
            : [];
    }

    public static IEnumerable<RouteConvention> Authorize(ITypeSymbol type, string? policy, Func<string, string?> named)
    {
        yield return new(RouteConventionKind.Authenticated);

        // What a class of the user's own demands, its constructor says, which nobody runs here.
        var asked = policy ?? named("Policy") ?? (type.Is(AspNet + "Authorization.AuthorizeAttribute") ? null : $"of {type.Name}");
        if (asked is not null)
        {
            yield return new(RouteConventionKind.Policy, asked);
        }

        if (named("Roles") is { } roles)
        {
            yield return new(RouteConventionKind.Roles, roles);
        }

        if (named("AuthenticationSchemes") is { } schemes)
        {
            yield return new(RouteConventionKind.Schemes, schemes);
        }
    }

    public static bool Implements(ITypeSymbol type, string contract) => type.Is(contract) || type.AllInterfaces.Any(each => each.Is(contract));

    private static string? First(AttributeData attribute) => Texts(attribute).FirstOrDefault();

    private static List<string?> Texts(AttributeData attribute) => attribute.ConstructorArguments
        .SelectMany(argument => argument.Kind == TypedConstantKind.Array ? argument.Values.Select(value => value.Value as string) : [argument.Value as string])
        .ToList();

    private static string? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value as string;
}
