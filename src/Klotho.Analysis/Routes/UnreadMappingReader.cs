using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>
/// Finds what is mapped in ways that are not read route by route (hubs, pages, health checks, static files, branches of
/// the pipeline): the gateway passes on all below its prefix, so that nothing is missing.
/// </summary>
internal sealed class UnreadMappingReader(SourceProgram program, SourceTypes types, SourceRoot root, MappingCalls calls)
{
    private static readonly string[] Read = ["MapGroup", "MapControllers", "MapKlotho"];
    private static readonly string[] Servers = ["UseStaticFiles", "UseFileServer", "UseBlazorFrameworkFiles", "UseSpa", "Run"];
    private static readonly string[] PatternNames = ["pattern", "path", "pathMatch", "prefix"];

    private readonly GroupReader groups = new(program, calls);

    public FoundRoutes Find(CancellationToken cancel)
    {
        var routes = ImmutableArray.CreateBuilder<FoundRoute>();
        var diagnostics = ImmutableArray.CreateBuilder<KlothoDiagnostic>();
        foreach (var syntax in calls.All.Where(IsNamedLikeMapping))
        {
            cancel.ThrowIfCancellationRequested();
            if (program.ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancel) is not IInvocationOperation call || !IsUnread(call))
            {
                continue;
            }

            var at = root.At((syntax.Expression is MemberAccessExpressionSyntax access ? access.Name : syntax.Expression).GetLocation());
            foreach (var prefix in groups.PrefixesOf(call.Arguments[0].Value))
            {
                var below = ProxyRoutes.Literal(RoutePattern.Join(prefix.Text, prefix.IsKnown ? Pattern(call) : ""));
                routes.Add(ProxyRoutes.Below(below, at, null));
                diagnostics.Add(RouteRules.NotRead.At(at, call.TargetMethod.Name, below));
            }

            if (call.TargetMethod.Name.Contains("Page"))
            {
                routes.AddRange(PageHandlers().Select(handler => ProxyRoutes.Below("", at, handler)));
            }
        }

        return new(routes.ToImmutable(), diagnostics.ToImmutable());
    }

    private static bool IsNamedLikeMapping(InvocationExpressionSyntax call)
    {
        var name = MappingCalls.NameOf(call);
        return (name.StartsWith("Map", StringComparison.Ordinal) && !Read.Contains(name)) || Servers.Contains(name);
    }

    private bool IsUnread(IInvocationOperation call) =>
        !program.Declares(call.TargetMethod)
        && call.TargetMethod is { IsExtensionMethod: true } method
        && method.ContainingType.ContainingNamespace?.ToDisplayString() != "Klotho"
        && !MinimalApiReader.IsMapping(method)
        && method.Parameters[0].Type is { } builder
        && (builder.Is("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder") || builder.Is("Microsoft.AspNetCore.Builder.IApplicationBuilder"));

    private static string Pattern(IInvocationOperation call) =>
        call.Arguments.Where(argument => PatternNames.Contains(argument.Parameter?.Name))
            .Select(argument => RouteConstant.Of(argument.Value))
            .FirstOrDefault() ?? "";

    private IEnumerable<IMethodSymbol> PageHandlers() =>
        types.All
            .Where(type => type.DerivesFrom("Microsoft.AspNetCore.Mvc.RazorPages.PageModel"))
            .SelectMany(type => type.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsAbstract: false }
                && method.Name.StartsWith("On", StringComparison.Ordinal));
}
