using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Where a unit's code begins: a route's handler, a message handler, a hosted service, the entry point.</summary>
public sealed record ReachRoot(NodeId Unit, IMethodSymbol Method, string Name, SourceLocation At);
