using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes;

/// <summary>Options that change which routes controllers and pages have.</summary>
internal sealed class MvcSettings(SourceProgram program, MappingCalls calls)
{
    private const string AsyncSetting = "SuppressAsyncSuffixInActionNames";

    /// <summary>Whether actions keep <c>Async</c> at the end of their names.</summary>
    public bool KeepsAsync => Configuring
        .SelectMany(call => call.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .Any(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: AsyncSetting } && assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression));

    /// <summary>Where the application changes routes of controllers by code of its own, which only running it tells.</summary>
    public Location? ControllerConventions => ConventionsOf("Microsoft.AspNetCore.Mvc.MvcOptions");

    /// <summary>The same for Razor pages.</summary>
    public Location? PageConventions => ConventionsOf("Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions");

    private IEnumerable<InvocationExpressionSyntax> Configuring =>
        new[] { "AddControllers", "AddControllersWithViews", "AddMvc", "AddMvcCore", "Configure", "AddMvcOptions" }.SelectMany(calls.Named);

    private Location? ConventionsOf(string options) => calls.All
        .Select(call => call.Expression)
        .OfType<MemberAccessExpressionSyntax>()
        .Select(access => access.Expression)
        .OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Name.Identifier.ValueText == "Conventions"
            && program.Bound(access) is var (bound, model) && model.GetSymbolInfo(bound).Symbol is IPropertySymbol property && property.ContainingType.Is(options))
        .Select(access => access.Name.GetLocation())
        .OrderBy(location => location.SourceTree?.FilePath, StringComparer.Ordinal)
        .ThenBy(location => location.SourceSpan.Start)
        .FirstOrDefault();
}
