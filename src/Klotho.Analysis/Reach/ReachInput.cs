using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>What reach starts from.</summary>
/// <param name="Program">The source.</param>
/// <param name="Types">Its types.</param>
/// <param name="Root">What locations are relative to.</param>
/// <param name="Annotations">The annotated symbols, resources among them.</param>
/// <param name="Roots">Where each unit begins, those of routes among them.</param>
/// <param name="Handlers">The syntax of handlers that are roots of their own where they are mapped.</param>
public sealed record ReachInput(
    SourceProgram Program,
    SourceTypes Types,
    SourceRoot Root,
    FoundAnnotations Annotations,
    ImmutableArray<ReachRoot> Roots,
    ISet<SyntaxNode> Handlers)
{
    /// <summary>What was read of bodies before.</summary>
    internal SummaryMemory Memory { get; init; } = new();
}
