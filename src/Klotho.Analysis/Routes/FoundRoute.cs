using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>A route with the symbol that handles it, from which reach starts; null where the handler is no code of the source.</summary>
public sealed record FoundRoute(RouteNode Node, NodeId Unit, IMethodSymbol? Handler, SyntaxNode? HandlerSyntax);
