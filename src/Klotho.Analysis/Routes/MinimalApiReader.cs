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

/// <summary>Reads <c>MapGet</c> and its like.</summary>
internal sealed class MinimalApiReader(SourceProgram program, SourceRoot root, MappingCalls calls, GroupReader groups)
{
    private static readonly Dictionary<string, string[]> VerbsOf = new(StringComparer.Ordinal)
    {
        ["MapGet"] = ["GET"],
        ["MapPost"] = ["POST"],
        ["MapPut"] = ["PUT"],
        ["MapDelete"] = ["DELETE"],
        ["MapPatch"] = ["PATCH"],
        ["MapMethods"] = [],
        ["Map"] = [],
        ["MapFallback"] = [],
    };

    private const string Fallback = "{*path:nonfile}";

    private readonly List<FoundRoute> routes = [];
    private readonly List<KlothoDiagnostic> diagnostics = [];

    public FoundRoutes Read(CancellationToken cancel)
    {
        foreach (var name in VerbsOf.Keys)
        {
            foreach (var syntax in calls.Named(name))
            {
                cancel.ThrowIfCancellationRequested();
                if (program.OperationOf(syntax, cancel) is IInvocationOperation call && IsMapping(call.TargetMethod))
                {
                    ReadCall(call, syntax);
                }
            }
        }

        diagnostics.AddRange(groups.Mistakes(root));
        return new(routes.ToImmutableArray(), diagnostics.ToImmutableArray());
    }

    /// <summary>Whether the method maps one route that is read here.</summary>
    public static bool IsMapping(IMethodSymbol method) =>
        method.ContainingType.Is("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions")
        && method.Parameters.Any(parameter => parameter.Name is "handler" or "requestDelegate");

    private void ReadCall(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        foreach (var site in Sites(call))
        {
            var template = call.TargetMethod.Parameters.Any(parameter => parameter.Name == "pattern")
                ? RouteConstant.Of(call.Argument("pattern"), site is null ? null : site.Text)
                : Fallback;
            var verbs = Verbs(call);
            foreach (var prefix in groups.PrefixesOf(call.Argument("endpoints") ?? call.Arguments[0].Value, site))
            {
                var isKnown = template is not null && prefix.IsKnown && verbs is not null;
                var pattern = isKnown ? RoutePattern.Join(prefix.Text, template ?? "") : RoutePattern.Join(prefix.Text, "{**path}");
                var at = root.At((call.Argument("pattern")?.Syntax ?? syntax).GetLocation());
                if (!isKnown)
                {
                    diagnostics.Add(RouteRules.PatternNotConstant.At(at, call.TargetMethod.Name, RoutePattern.Join(prefix.Text, "")));
                }
                else if (TemplateCheck.Of(prefix.Text, template ?? "", at) is { } mistake)
                {
                    diagnostics.Add(mistake);
                    continue;
                }

                Add(call, syntax, isKnown ? verbs ?? [] : [], pattern, isKnown, prefix);
            }
        }
    }

    /// <summary>The calls that give the pattern its parts, where it is made of parameters; otherwise one that says nothing.</summary>
    private IEnumerable<CallSite?> Sites(IInvocationOperation call)
    {
        var isMadeOfParameters = RouteConstant.Of(call.Argument("pattern"), _ => "") is not null && RouteConstant.Of(call.Argument("pattern")) is null;
        return groups.MethodAround(call, isMadeOfParameters) is { } method ? groups.CallsOf(method).Cast<CallSite?>().DefaultIfEmpty() : [null];
    }

    private void Add(IInvocationOperation call, InvocationExpressionSyntax syntax, string[] verbs, string pattern, bool isKnown, GroupPrefix prefix)
    {
        var id = RouteNode.Name(verbs, pattern);
        var (handler, handlerSyntax) = Handler(call);
        var isNamed = handler is { MethodKind: not MethodKind.AnonymousFunction };
        RouteConvention[] said = [.. prefix.Conventions.Items, .. ConventionAttributes.Of(handler), .. groups.Conventions.After(call)];
        var node = new RouteNode(
            new(RouteNode.Kind, id),
            new([root.At(NameLocation(syntax))]),
            verbs.ToEquatableArray(),
            pattern,
            isNamed && handler is not null ? NameOf(handler) : id,
            !isKnown)
        {
            Metadata = RouteMetadata.Of(said),
            Order = RouteMetadata.Order(said, call.TargetMethod.Name == "MapFallback" ? int.MaxValue : 0),
        };
        var unit = UnitMembership.UnitOf(handler is { MethodKind: MethodKind.Ordinary } ? handler.ContainingType : null);
        routes.Add(new(node, unit, handler, handlerSyntax));
    }

    // From the method's name to the end of the pattern is what a reader looks for; the name alone is enough to find it.
    private static Location NameLocation(InvocationExpressionSyntax syntax) =>
        (syntax.Expression is MemberAccessExpressionSyntax access ? access.Name : syntax.Expression).GetLocation();

    private static string NameOf(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction ? method.Name : $"{method.ContainingType.Name}.{method.Name}";

    private (IMethodSymbol? Handler, SyntaxNode? Syntax) Handler(IInvocationOperation call)
    {
        var value = call.Argument("handler") ?? call.Argument("requestDelegate");
        while (value is IConversionOperation or IDelegateCreationOperation)
        {
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;
        }

        return value switch
        {
            IAnonymousFunctionOperation function => (function.Symbol, function.Syntax),
            IMethodReferenceOperation { Method: { } method } group when program.Declares(method) => (method.OriginalDefinition, group.Syntax),
            _ => (null, null),
        };
    }

    // Null where the verbs are not constants; none for any verb.
    private static string[]? Verbs(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "MapMethods")
        {
            return VerbsOf[call.TargetMethod.Name];
        }

        return RouteConstant.Several(call.Argument("httpMethods"))?
            .Select(verb => verb.ToUpperInvariant()).Distinct().OrderBy(verb => verb, StringComparer.Ordinal).ToArray();
    }
}
