using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>
/// Finds what is mapped by other methods of the framework: those whose endpoints are known are read, of the others (static
/// files, branches of the pipeline) the gateway passes on all below their prefix, so that nothing is missing.
/// </summary>
internal sealed class FrameworkMappingReader(SourceProgram program, SourceTypes types, SourceRoot root, MappingCalls calls, GroupReader groups)
{
    private static readonly string[] Read = ["MapGroup", "MapControllers", "MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapKlotho"];
    private static readonly string[] Servers = ["UseStaticFiles", "UseFileServer", "UseBlazorFrameworkFiles", "UseSpa", "UseMvc", "UseMvcWithDefaultRoute", "Run"];
    private static readonly string[] PatternNames = ["pattern", "path", "pathMatch", "prefix"];

    private readonly FrameworkEndpoints endpoints = new(program, types, new MvcSettings(program, calls));

    public FoundRoutes Find(CancellationToken cancel)
    {
        var routes = ImmutableArray.CreateBuilder<FoundRoute>();
        var diagnostics = ImmutableArray.CreateBuilder<KlothoDiagnostic>();
        foreach (var syntax in calls.Names.Where(IsNamedLikeMapping).SelectMany(calls.Named))
        {
            cancel.ThrowIfCancellationRequested();
            if (program.OperationOf(syntax, cancel) is not IInvocationOperation call || !IsUnread(call))
            {
                continue;
            }

            var at = root.At((syntax.Expression is MemberAccessExpressionSyntax access ? access.Name : syntax.Expression).GetLocation());
            RouteConvention[] after = [.. groups.Conventions.After(call)];
            var known = endpoints.Of(call, after);
            foreach (var prefix in groups.PrefixesOf(call.Arguments[0].Value))
            {
                if (known is not null && prefix.IsKnown)
                {
                    if (Patterns(call).FirstOrDefault() is { } given && RouteConstant.Of(given) is { } text && TemplateCheck.Of(prefix.Text, text, root.At(given.Syntax.GetLocation())) is { } mistake)
                    {
                        diagnostics.Add(mistake);
                        continue;
                    }

                    routes.AddRange(known.SelectMany(endpoint => Routes(endpoint, prefix, after, at)));
                    continue;
                }

                var below = ProxyRoutes.Literal(RoutePattern.Join(prefix.Text, prefix.IsKnown ? Pattern(call) : ""));
                routes.Add(ProxyRoutes.Below(below, at, null));
                diagnostics.Add(RouteRules.NotRead.At(at, call.TargetMethod.Name, below));
                if (call.TargetMethod.Name.Contains("Page"))
                {
                    routes.AddRange(endpoints.PageHandlers().Select(handler => ProxyRoutes.Below("", at, handler)));
                }
            }
        }

        return new(routes.ToImmutable(), diagnostics.ToImmutable());
    }

    private static bool IsNamedLikeMapping(string name) =>
        (name.StartsWith("Map", StringComparison.Ordinal) && !Read.Contains(name)) || Servers.Contains(name);

    private bool IsUnread(IInvocationOperation call) =>
        !program.Declares(call.TargetMethod)
        && call.TargetMethod is { IsExtensionMethod: true } method
        && method.ContainingType.ContainingNamespace?.ToDisplayString() != "Klotho"
        && !MinimalApiReader.IsMapping(method)
        && method.Parameters[0].Type is { } builder
        && (builder.Is("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder") || builder.Is("Microsoft.AspNetCore.Builder.IApplicationBuilder"));

    private static string Pattern(IInvocationOperation call) => Patterns(call).Select(value => RouteConstant.Of(value)).FirstOrDefault() ?? "";

    private static IEnumerable<IOperation> Patterns(IInvocationOperation call) =>
        call.Arguments.Where(argument => PatternNames.Contains(argument.Parameter?.Name)).Select(argument => argument.Value);

    // A route for each of its handlers, or one without.
    private static IEnumerable<FoundRoute> Routes(FrameworkEndpoint endpoint, GroupPrefix prefix, RouteConvention[] after, SourceLocation at)
    {
        RouteConvention[] said = [.. prefix.Conventions.Items, .. endpoint.Described.SelectMany(ConventionAttributes.Of), .. after];
        var pattern = RoutePattern.Join(prefix.Text, endpoint.Template);
        var id = RouteNode.Name(endpoint.Verbs, pattern);
        return endpoint.Handlers.Cast<IMethodSymbol?>().DefaultIfEmpty().Select(handler => new FoundRoute(
            new(new(RouteNode.Kind, id), new([at]), endpoint.Verbs.ToEquatableArray(), pattern, endpoint.Handlers.Count == 1 && handler is not null ? $"{handler.ContainingType.Name}.{handler.Name}" : id, IsProxy: false)
            {
                Metadata = RouteMetadata.Of(said),
                Order = RouteMetadata.Order(said, endpoint.Order),
            },
            UnitMembership.UnitOf(handler?.ContainingType),
            handler,
            null));
    }
}
