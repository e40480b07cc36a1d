using System.Collections.Immutable;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>Reads the routes of controllers, by their attributes and by conventional routes.</summary>
internal sealed class ControllerReader(SourceProgram program, SourceTypes types, SourceRoot root, MappingCalls calls, GroupReader groups)
{
    private readonly RouteAttributes attributes = new(program);
    private readonly MvcSettings settings = new(program, calls);
    private readonly List<FoundRoute> routes = [];
    private readonly List<KlothoDiagnostic> diagnostics = [];

    public FoundRoutes Read()
    {
        var mappings = new ControllerMappings(program, calls, groups).Find();
        var actions = mappings.Count == 0 ? [] : types.All.Where(ControllerActions.IsController)
            .SelectMany(type => ControllerActions.Of(type).Select(action => (type, action))).ToArray();
        var (conventions, keepsAsync) = mappings.Count == 0 ? (null, false) : (settings.ControllerConventions, settings.KeepsAsync);
        foreach (var mapping in mappings)
        {
            if (conventions is not null)
            {
                diagnostics.Add(RouteRules.NotRead.At(root.At(conventions), "this convention", RoutePattern.Join(mapping.Prefix.Text, "")));
            }

            diagnostics.AddRange(mapping.Unknown.Select(at => RouteRules.NotRead.At(root.At(at), "this conventional route", RoutePattern.Join(mapping.Prefix.Text, ""))));
            foreach (var (type, action) in actions)
            {
                if (conventions is not null)
                {
                    routes.Add(ProxyRoutes.Below(mapping.Prefix.Text, root.At(action.Locations[0]), action));
                }
                else
                {
                    ReadAction(type, action, mapping, RouteValues.Of(type, action, keepsAsync));
                }
            }
        }

        return new(routes.ToImmutableArray(), diagnostics.ToImmutableArray());
    }

    private void ReadAction(INamedTypeSymbol type, IMethodSymbol action, ControllerMapping mapping, RouteValues values)
    {
        // The method's own attributes say all, and only without any those of the first that it overrides.
        var own = attributes.Of(action);
        var ofAction = own.Count > 0 ? own : attributes.Of(ControllerActions.Overridden(action).Last());
        var ofType = ControllerActions.Inherited(type).Select(attributes.Of).FirstOrDefault(each => each.Count > 0) ?? [];
        if (!mapping.Prefix.IsKnown || ofAction.Contains(null) || ofType.Contains(null))
        {
            PassOn(action, mapping.Prefix);
            return;
        }

        var prefixes = ofType.OfType<RouteAttribute>().ToList();
        foreach (var selector in RouteAttribute.Selectors(ofAction.OfType<RouteAttribute>().ToList()))
        {
            if (selector.Template is null && prefixes.All(prefix => prefix.Template is null))
            {
                ReadByConvention(type, action, mapping, values, selector.Verbs);
                continue;
            }

            foreach (var prefix in selector.IsAbsolute ? [null] : prefixes.Cast<RouteAttribute?>().DefaultIfEmpty())
            {
                var template = values.Fill(RoutePattern.Join(prefix?.Template ?? "", selector.Template ?? ""));
                var at = selector.Template is null ? prefix?.At : selector.At;
                if (TemplateCheck.Of(mapping.Prefix.Text, template, root.At(at ?? action.Locations[0])) is { } mistake)
                {
                    diagnostics.Add(mistake);
                    continue;
                }

                Add(type, action, mapping.Prefix, selector.Verbs, template, selector.Order ?? prefix?.Order ?? 0, selector.Name ?? prefix?.Name);
            }
        }
    }

    private void ReadByConvention(INamedTypeSymbol type, IMethodSymbol action, ControllerMapping mapping, RouteValues values, string[] verbs)
    {
        foreach (var route in mapping.Conventional)
        {
            if (route.IsUnknown(values))
            {
                PassOn(action, mapping.Prefix);
            }
            else if (route.For(values) is { } template)
            {
                Add(type, action, mapping.Prefix, verbs, template, route.Order);
            }
        }

        if (mapping.Unknown.Count > 0)
        {
            routes.Add(ProxyRoutes.Below(mapping.Prefix.Text, root.At(action.Locations[0]), action));
        }
    }

    private void PassOn(IMethodSymbol action, GroupPrefix prefix)
    {
        var at = root.At(action.Locations[0]);
        routes.Add(ProxyRoutes.Below(prefix.Text, at, action));
        diagnostics.Add(RouteRules.NotRead.At(at, $"{action.ContainingType.Name}.{action.Name}", RoutePattern.Join(prefix.Text, "")));
    }

    private void Add(INamedTypeSymbol type, IMethodSymbol action, GroupPrefix under, string[] verbs, string template, int order, string? name = null)
    {
        var pattern = RoutePattern.Join(under.Text, template);
        var id = RouteNode.Name(verbs, pattern);
        var said = ControllerActions.Inherited(type).Reverse().SelectMany(ConventionAttributes.Of)
            .Concat(ControllerActions.Overridden(action).Reverse().SelectMany(ConventionAttributes.Of))
            .Concat(name is null ? [] : [new RouteConvention(RouteConventionKind.Name, name)])
            .Concat(under.Conventions.Items)
            .ToList();
        var node = new RouteNode(
            new(RouteNode.Kind, id),
            new([root.At(action.Locations[0])]),
            verbs.ToEquatableArray(),
            pattern,
            $"{type.Name}.{action.Name}",
            IsProxy: false)
        {
            Metadata = RouteMetadata.Of(said),
            Order = RouteMetadata.Order(said, order),
        };
        routes.Add(new(node, UnitMembership.UnitOf(type), action, null));
    }
}
