using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>Reads the routes of controllers: of those with route attributes each, of the others that there are some.</summary>
internal sealed class ControllerReader(SourceProgram program, SourceTypes types, SourceRoot root, MappingCalls calls)
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    public FoundRoutes Read()
    {
        var mappings = calls.Named("MapControllers").Concat(calls.Conventional).ToArray();
        var groups = new GroupReader(program, calls);
        var prefixes = mappings
            .Select(syntax => program.ModelOf(syntax.SyntaxTree).GetOperation(syntax))
            .OfType<IInvocationOperation>()
            .Where(call => call.Arguments.Length > 0)
            .SelectMany(call => groups.PrefixesOf(call.Arguments[0].Value).Select(prefix => prefix.With(groups.Conventions.After(call))))
            .Distinct()
            .ToArray();
        var actions = types.All.Where(IsController).SelectMany(type => Actions(type).Select(action => (type, action))).ToArray();
        var routes = prefixes.SelectMany(prefix => actions.SelectMany(each => RoutesOf(each.type, each.action, prefix)));
        return new(routes.ToImmutableArray(), Unread(prefixes, actions.Select(each => each.action)).ToImmutableArray());
    }

    private IEnumerable<KlothoDiagnostic> Unread(RoutePrefix[] prefixes, IEnumerable<IMethodSymbol> actions) =>
        from action in actions
        from prefix in prefixes
        where !prefix.IsKnown || RouteAttribute.HasUnknown(action) || RouteAttribute.HasUnknown(action.ContainingType)
        select RouteRules.NotRead.At(root.At(action.Locations[0]), $"{action.ContainingType.Name}.{action.Name}", RoutePattern.Join(prefix.Text, ""));

    private static bool IsController(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsGenericType: false, DeclaredAccessibility: Accessibility.Public, ContainingType: null }
        && !Inherited(type).Any(each => Has(each, "NonControllerAttribute"))
        && (type.Name.EndsWith("Controller", StringComparison.OrdinalIgnoreCase) || Inherited(type).Any(each => Has(each, "ControllerAttribute") || Has(each, "ApiControllerAttribute")));

    private static IEnumerable<IMethodSymbol> Actions(INamedTypeSymbol type) =>
        Inherited(type)
            .TakeWhile(each => !each.Is(Mvc + "ControllerBase") && !each.Is(Mvc + "Controller") && each.SpecialType != SpecialType.System_Object)
            .SelectMany(each => each.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public }
                && !Overridden(method).Any(each => Has(each, "NonActionAttribute"))
                && !IsFromObjectOrDisposable(method))
            .GroupBy(method => method.Name + "(" + string.Join(",", method.Parameters.Select(parameter => parameter.Type.ToDisplayString())) + ")")
            .Select(group => group.First());

    private IEnumerable<FoundRoute> RoutesOf(INamedTypeSymbol type, IMethodSymbol action, RoutePrefix under)
    {
        if (!under.IsKnown || Overridden(action).Any(RouteAttribute.HasUnknown) || Inherited(type).Any(RouteAttribute.HasUnknown))
        {
            yield return ProxyRoutes.Below(under.Text, root.At(action.Locations[0]), action);
            yield break;
        }

        var prefixes = Inherited(type)
            .Select(each => RouteAttribute.Of(each).Where(route => route.Template is not null).ToArray())
            .FirstOrDefault(routes => routes.Length > 0) ?? [];
        foreach (var (verbs, template) in RouteAttribute.Selectors(AttributesOf(action)))
        {
            var isAbsolute = template is not null && (template.StartsWith("/", StringComparison.Ordinal) || template.StartsWith("~/", StringComparison.Ordinal));
            if (!isAbsolute && prefixes.Length == 0 && template is null)
            {
                if (calls.Conventional.Any())
                {
                    yield return ProxyRoutes.Below(under.Text, root.At(action.Locations[0]), action);
                }

                continue;
            }

            foreach (var prefix in isAbsolute || prefixes.Length == 0 ? [""] : prefixes.Select(route => route.Template ?? ""))
            {
                var pattern = ReplaceTokens(RoutePattern.Join(under.Text, RoutePattern.Join(prefix, template ?? "")), type, action);
                var id = $"{(verbs.Length == 0 ? "*" : string.Join(",", verbs))} {pattern}";
                var node = new RouteNode(
                    new(RouteNode.Kind, id),
                    new([root.At(action.Locations[0])]),
                    verbs.ToEquatableArray(),
                    pattern,
                    $"{type.Name}.{action.Name}",
                    IsProxy: false)
                {
                    Metadata = RouteMetadata.Of([.. Inherited(type).Reverse().SelectMany(ConventionAttributes.Of), .. ConventionAttributes.Of(action), .. under.Conventions.Items]),
                };
                yield return new(node, UnitMembership.UnitOf(type), action, null);
            }
        }
    }

    // The first of the methods that it overrides that has any says all.
    private static RouteAttribute[] AttributesOf(IMethodSymbol action) =>
        Overridden(action).Select(each => RouteAttribute.Of(each).ToArray()).FirstOrDefault(each => each.Length > 0) ?? [];

    private static IEnumerable<IMethodSymbol> Overridden(IMethodSymbol method)
    {
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            yield return current;
        }
    }

    private static string ReplaceTokens(string pattern, INamedTypeSymbol type, IMethodSymbol action)
    {
        const string suffix = "Controller";
        var controller = type.Name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? type.Name.Substring(0, type.Name.Length - suffix.Length) : type.Name;
        var name = Argument(action, "ActionNameAttribute")
            ?? (action.Name.EndsWith("Async", StringComparison.Ordinal) ? action.Name.Substring(0, action.Name.Length - "Async".Length) : action.Name);
        return pattern
            .Replace("[controller]", controller)
            .Replace("[action]", name)
            .Replace("[area]", Inherited(type).Select(each => Argument(each, "AreaAttribute")).FirstOrDefault(area => area is not null) ?? "");
    }

    private static string? Argument(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().FirstOrDefault(each => each.AttributeClass.Is(Mvc + attribute))?.ConstructorArguments.FirstOrDefault().Value as string;

    private static bool Has(ISymbol symbol, string attribute) => symbol.GetAttributes().Any(each => each.AttributeClass.Is(Mvc + attribute));

    private static bool IsFromObjectOrDisposable(IMethodSymbol method)
    {
        var first = method;
        while (first.OverriddenMethod is { } overridden)
        {
            first = overridden;
        }

        return first.ContainingType.SpecialType == SpecialType.System_Object || method is { Name: "Dispose", Parameters.Length: 0 };
    }

    private static IEnumerable<INamedTypeSymbol> Inherited(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
