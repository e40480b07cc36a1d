using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>Reads the routes of Razor pages from what the SDK's generator wrote for them.</summary>
internal static class PageEndpoints
{
    private const string Hosting = "Microsoft.AspNetCore.Razor.Hosting.";
    private const string PageModel = "Microsoft.AspNetCore.Mvc.RazorPages.PageModel";
    private const string Root = "/Pages/";
    private const string Areas = "/Areas/";
    private const string Extension = ".cshtml";
    private const string Index = "Index";

    /// <summary>The endpoints, or null where no page is there as generated code: files of pages are no source.</summary>
    public static IReadOnlyList<FrameworkEndpoint>? Of(SourceProgram program)
    {
        var pages = Compiled(program)
            .Where(item => item.Kind is "mvc.1.0.razor-page")
            .OrderBy(page => page.Path, StringComparer.Ordinal)
            .SelectMany(page => page.Type is null ? [] : Endpoints(page.Type, page.Path))
            .ToList();
        return pages.Count == 0 ? null : pages;
    }

    /// <summary>The pages and views that are there as generated code, with the paths of their files.</summary>
    public static IEnumerable<(INamedTypeSymbol? Type, string? Kind, string Path)> Compiled(SourceProgram program) => program.Compilations
        .SelectMany(compilation => compilation.Assembly.GetAttributes())
        .Where(attribute => attribute.AttributeClass.Is(Hosting + "RazorCompiledItemAttribute") && attribute.ConstructorArguments.Length == 3)
        .Select(attribute => (attribute.ConstructorArguments[0].Value as INamedTypeSymbol, attribute.ConstructorArguments[1].Value as string, attribute.ConstructorArguments[2].Value as string ?? ""));

    /// <summary>Whether a type is a page or the model of one.</summary>
    public static bool IsPage(INamedTypeSymbol type) => type.DerivesFrom(PageModel) || type.DerivesFrom("Microsoft.AspNetCore.Mvc.RazorPages.PageBase");

    /// <summary>The methods of a page's model that handle requests.</summary>
    public static IEnumerable<IMethodSymbol> Handlers(INamedTypeSymbol model) => ControllerActions.Inherited(model)
        .TakeWhile(type => !type.Is(PageModel))
        .SelectMany(type => type.GetMembers())
        .OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsAbstract: false }
            && method.Name.StartsWith("On", StringComparison.Ordinal));

    private static IEnumerable<FrameworkEndpoint> Endpoints(INamedTypeSymbol page, string path)
    {
        var model = ControllerActions.Inherited(page).SelectMany(type => type.GetMembers("Model")).OfType<IPropertySymbol>().FirstOrDefault()?.Type as INamedTypeSymbol;
        var handler = model is not null && model.DerivesFrom(PageModel) ? model : page;
        return Templates(PageRoute(path), TemplateOf(page)).Select(template => new FrameworkEndpoint([], template)
        {
            // What the page shows is code, too.
            Handlers = [.. handler.DerivesFrom(PageModel) ? Handlers(handler) : [], .. RazorCode.Shown(page)],
            Described = ControllerActions.Inherited(handler).Reverse().ToList(),
        });
    }

    // A page that is called Index has the route of its folder, too.
    private static IEnumerable<string> Templates(string? route, string template)
    {
        if (route is null)
        {
            return [];
        }

        if (template.StartsWith("/", StringComparison.Ordinal) || template.StartsWith("~/", StringComparison.Ordinal))
        {
            return [RoutePattern.Join("", template)];
        }

        var isIndex = string.Equals(route.Substring(route.LastIndexOf('/') + 1), Index, StringComparison.OrdinalIgnoreCase);
        return (isIndex ? new[] { route, route.Substring(0, Math.Max(route.LastIndexOf('/'), 0)) } : [route]).Select(each => RoutePattern.Join(each, template));
    }

    private static string? PageRoute(string path)
    {
        if (!path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = path.Substring(0, path.Length - Extension.Length);
        if (name.StartsWith(Areas, StringComparison.OrdinalIgnoreCase))
        {
            var parts = name.Substring(Areas.Length).Split(['/'], 3);
            return parts.Length == 3 && string.Equals(parts[1], "Pages", StringComparison.OrdinalIgnoreCase) ? $"{parts[0]}/{parts[2]}" : null;
        }

        return name.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? name.Substring(Root.Length) : null;
    }

    private static string TemplateOf(INamedTypeSymbol page) => page.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is(Hosting + "RazorCompiledItemMetadataAttribute") && attribute.ConstructorArguments.Length == 2 && attribute.ConstructorArguments[0].Value is "RouteTemplate")
        .Select(attribute => attribute.ConstructorArguments[1].Value as string)
        .FirstOrDefault() ?? "";
}
