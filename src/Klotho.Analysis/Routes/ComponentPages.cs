using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>Reads the routes of Blazor's components.</summary>
internal sealed class ComponentPages(SourceTypes types)
{
    private const string Components = "Microsoft.AspNetCore.Components.";

    /// <param name="root">The component whose assembly has the pages.</param>
    public IReadOnlyList<FrameworkEndpoint> Of(INamedTypeSymbol root)
    {
        var all = types.All.Where(type => type.AllInterfaces.Any(each => each.Is(Components + "IComponent"))).ToList();

        // A page shows components, whose code runs with it.
        var shown = all.SelectMany(type => type.GetMembers()).OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, IsAbstract: false })
            .ToList();
        return all
            .Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, root.ContainingAssembly))
            .SelectMany(type => Templates(type).Select(template => new FrameworkEndpoint(["GET", "POST"], template)
            {
                Handlers = shown,
                Described = ControllerActions.Inherited(type).Reverse().ToList(),
            }))
            .Append(new(["GET"], "_framework/opaque-redirect"))
            .ToList();
    }

    private static IEnumerable<string> Templates(INamedTypeSymbol component) => component.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is(Components + "RouteAttribute"))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<string>();
}
