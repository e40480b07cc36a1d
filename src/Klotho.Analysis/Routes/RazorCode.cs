using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>
/// Code that ASP.NET Core runs to show what actions and pages return: views, view components and tag helpers. No code of the application calls it,
/// so it runs wherever something is shown.
/// </summary>
internal static class RazorCode
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc.";

    private static readonly string[] OfComponents = ["Invoke", "InvokeAsync"];
    private static readonly string[] OfTagHelpers = ["Init", "Process", "ProcessAsync"];

    /// <summary>What a view or a page runs when it is shown.</summary>
    public static IEnumerable<IMethodSymbol> Shown(INamedTypeSymbol view) => ControllerActions.Inherited(view)
        .SelectMany(type => type.GetMembers("ExecuteAsync"))
        .OfType<IMethodSymbol>()
        .Where(method => !method.IsAbstract)
        .Take(1);

    /// <summary>
    /// The routes that show something, once more with what they may show: a view of a controller's folder with a route of that controller, all else
    /// with one route of each unit.
    /// </summary>
    public static IEnumerable<FoundRoute> Routes(IReadOnlyList<FoundRoute> found, SourceProgram program, SourceTypes types)
    {
        var showing = found.Where(route => route.Handler?.ContainingType is { } type && (type.DerivesFrom(Mvc + "Controller") || PageEndpoints.IsPage(type))).ToList();
        if (showing.Count == 0)
        {
            return [];
        }

        var paths = PageEndpoints.Compiled(program).Where(item => item.Type is not null).ToLookup(item => item.Type, item => item.Path, SymbolEqualityComparer.Default);
        return types.All.Where(type => !type.IsAbstract && type.TypeKind == TypeKind.Class && !PageEndpoints.IsPage(type))
            .SelectMany(type => Code(type).Select(method => (Method: method, Folders: paths[type].Select(Folder).ToList())))
            .SelectMany(code => Among(showing, code.Folders).Select(route => route with { Handler = code.Method, HandlerSyntax = null }));
    }

    private static IEnumerable<FoundRoute> Among(List<FoundRoute> showing, List<string> folders)
    {
        var own = showing.Where(route => folders.Any(folder => string.Equals(folder + "Controller", route.Handler?.ContainingType.Name, StringComparison.OrdinalIgnoreCase))).ToList();
        return (own.Count > 0 ? own : showing).GroupBy(route => route.Unit).Select(unit => unit.First());
    }

    private static string Folder(string path) => path.Split('/') is { Length: > 1 } parts ? parts[parts.Length - 2] : "";

    private static IEnumerable<IMethodSymbol> Code(INamedTypeSymbol type) =>
        type.DerivesFrom(Mvc + "Razor.RazorPageBase") ? Shown(type)
        : type.DerivesFrom(Mvc + "ViewComponent") || type.Name.EndsWith("ViewComponent", StringComparison.Ordinal) ? Named(type, OfComponents)
        : type.AllInterfaces.Any(each => each.Is("Microsoft.AspNetCore.Razor.TagHelpers.ITagHelper")) ? Named(type, OfTagHelpers)
        : [];

    private static IEnumerable<IMethodSymbol> Named(INamedTypeSymbol type, string[] names) => ControllerActions.Inherited(type)
        .SelectMany(each => each.GetMembers())
        .OfType<IMethodSymbol>()
        .Where(method => names.Contains(method.Name) && !method.IsAbstract && method.Locations.Any(location => location.IsInSource));
}
