using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>Reads the routes of Blazor's components.</summary>
internal sealed class ComponentPages(SourceTypes types)
{
    private const string Components = "Microsoft.AspNetCore.Components.";

    /// <summary>Where the browser reaches components that run on the server while they are shown.</summary>
    public const string Hub = "_blazor";

    private static readonly string[] OfHub = ["", "/negotiate", "/disconnect", "/initializers"];

    /// <summary>The endpoints; null where some are not known before the application runs.</summary>
    /// <param name="root">The component whose assembly has the pages.</param>
    /// <param name="after">What is said of them: further assemblies, and where components run.</param>
    public IReadOnlyList<FrameworkEndpoint>? Of(INamedTypeSymbol root, IReadOnlyList<RouteConvention> after)
    {
        var assemblies = after.Where(said => said.Kind == RouteConventionKind.ComponentAssembly).Select(said => said.Value).Append(root.ContainingAssembly.Name).ToImmutableHashSet();
        if (after.Any(said => said.Kind == RouteConventionKind.BrowserComponents) || assemblies.Any(name => types.All.All(type => type.ContainingAssembly.Name != name)))
        {
            return null;
        }

        var all = types.All.Where(type => type.AllInterfaces.Any(each => each.Is(Components + "IComponent"))).ToList();

        // A page shows components, whose code runs with it.
        var shown = all.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsAbstract: false })
            .ToList();
        return all
            .Where(type => assemblies.Contains(type.ContainingAssembly.Name))
            .SelectMany(type => Templates(type).Select(template => new FrameworkEndpoint(["GET", "POST"], template)
            {
                Handlers = shown,
                Described = ControllerActions.Inherited(type).Reverse().ToList(),
            }))
            .Append(new(["GET"], "_framework/opaque-redirect"))
            .Concat(after.Any(said => said.Kind == RouteConventionKind.ServerComponents) ? Connections(Hub) ?? [] : [])
            .ToList();
    }

    /// <summary>What the hub of components maps below its path.</summary>
    public static IReadOnlyList<FrameworkEndpoint>? Connections(string? path) =>
        path is null ? null : OfHub.Select(each => new FrameworkEndpoint([], path.TrimEnd('/') + each)).ToList();

    private static IEnumerable<string> Templates(INamedTypeSymbol component) => component.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is(Components + "RouteAttribute"))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<string>();
}
