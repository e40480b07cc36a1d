using Klotho.Analysis.Annotations;
using Klotho.Analysis.Routes.Actions;
using Klotho.Analysis.Routes.Conventions;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes;

/// <summary>
/// What hubs, connections, health checks, gRPC services, pages, components and fallbacks map, as ASP.NET Core 10 does (tests
/// start applications that map them).
/// </summary>
internal sealed class FrameworkEndpoints(SourceProgram program, SourceTypes types, MvcSettings settings)
{
    private const string AnyPath = "{*path:nonfile}";

    // Before what the application maps otherwise.
    private const int OrderOfFiles = -100;

    /// <summary>The endpoints, or null where only running the application tells them.</summary>
    /// <param name="call">The call that maps them.</param>
    /// <param name="after">What is said of them by calls on its result.</param>
    public IReadOnlyList<FrameworkEndpoint>? Of(IInvocationOperation call, IReadOnlyList<RouteConvention> after) => call.TargetMethod.Name switch
    {
        "MapHub" => Connections(call, MethodsOf(call)),
        "MapConnectionHandler" => Connections(call, MethodsOf(call)),
        "MapConnections" => Connections(call, []),
        "MapHealthChecks" => Pattern(call) is { } pattern ? [new([], pattern) { Handlers = HealthChecks }] : null,
        "MapFallbackToFile" => Fallback(call, ["GET", "HEAD"]),
        "MapFallbackToPage" or "MapFallbackToAreaPage" or "MapFallbackToController" or "MapFallbackToAreaController" => Fallback(call, []),
        "MapShortCircuit" => ShortCircuits(call),
        "MapGrpcService" => call.TargetMethod.TypeArguments.FirstOrDefault() is INamedTypeSymbol service ? new GrpcServices(program).Of(service) : null,
        "MapRazorPages" => settings.PageConventions is null ? PageEndpoints.Of(program) : null,
        "MapRazorComponents" => call.TargetMethod.TypeArguments.FirstOrDefault() is INamedTypeSymbol component && program.Declares(component) ? new ComponentPages(types).Of(component, after) : null,

        // A route for each file of the web root and of libraries, some with a hash of their content: only the build has the list.
        "MapStaticAssets" => [new(["GET", "HEAD"], RouteNode.AnyFile, OrderOfFiles)],
        "MapBlazorHub" => ComponentPages.Connections(call.Argument("path") is null ? ComponentPages.Hub : Pattern(call)),
        _ => null,
    };

    /// <summary>What handles requests in page models.</summary>
    public IReadOnlyList<IMethodSymbol> PageHandlers() => types.All
        .Where(type => type.DerivesFrom("Microsoft.AspNetCore.Mvc.RazorPages.PageModel"))
        .SelectMany(PageEndpoints.Handlers)
        .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
        .ToList();

    private IReadOnlyList<IMethodSymbol> HealthChecks => types.All
        .Where(type => type.AllInterfaces.Any(each => each.Is("Microsoft.Extensions.Diagnostics.HealthChecks.IHealthCheck")))
        .SelectMany(type => type.GetMembers("CheckHealthAsync"))
        .OfType<IMethodSymbol>()
        .Where(method => !method.IsAbstract)
        .ToList();

    private static IReadOnlyList<FrameworkEndpoint>? Connections(IInvocationOperation call, IReadOnlyList<IMethodSymbol> handlers)
    {
        if (Pattern(call) is not { } pattern)
        {
            return null;
        }

        var described = call.TargetMethod.TypeArguments.OfType<INamedTypeSymbol>().SelectMany(ControllerActions.Inherited).Reverse().ToList();
        return new[] { pattern, pattern + "/negotiate" }.Select(each => new FrameworkEndpoint([], each) { Handlers = handlers, Described = described }).ToList();
    }

    private static IReadOnlyList<FrameworkEndpoint>? Fallback(IInvocationOperation call, string[] verbs)
    {
        var pattern = call.TargetMethod.Parameters.Any(parameter => parameter.Name == "pattern") ? Pattern(call) : AnyPath;
        return pattern is null ? null : [new(verbs, pattern, int.MaxValue)];
    }

    private static IReadOnlyList<FrameworkEndpoint>? ShortCircuits(IInvocationOperation call) =>
        RouteConstant.Several(call.Argument("routePrefixes"))?.Select(prefix => new FrameworkEndpoint([], prefix.TrimEnd('/') + "/{**catchall}", int.MaxValue)).ToList();

    private IReadOnlyList<IMethodSymbol> MethodsOf(IInvocationOperation call) => call.TargetMethod.TypeArguments
        .OfType<INamedTypeSymbol>()
        .SelectMany(ControllerActions.Inherited)
        .Where(program.Declares)
        .SelectMany(type => type.GetMembers())
        .OfType<IMethodSymbol>()
        .Where(method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsAbstract: false })
        .ToList();

    private static string? Pattern(IInvocationOperation call) => RouteConstant.Of(call.Argument("pattern") ?? call.Argument("path"));
}
