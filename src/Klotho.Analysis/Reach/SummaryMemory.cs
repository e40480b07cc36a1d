using System.Collections.Immutable;
using Klotho.Analysis.Sources;
using Klotho.Analysis.Sources.Edits;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Summaries of bodies that were read before. They hold as long as the body is as it was, what counts as a resource is the same, and the
/// same lambdas are handlers of their own.
/// </summary>
internal sealed class SummaryMemory
{
    private readonly Dictionary<ISymbol, BodySummary> compiled = new(SymbolEqualityComparer.Default);
    private Dictionary<EditedFile, (HashSet<SyntaxNode> Handlers, Dictionary<ISymbol, BodySummary> Summaries)> edited = [];
    private HashSet<SyntaxNode> handlers = [];
    private ResourceTypes? resources;

    private SummaryMemory? start;

    public DeclaredReach Declared { get; } = new();

    /// <summary>Summaries of what of the bodies runs as a process starts.</summary>
    public SummaryMemory Start => start ??= new();

    /// <summary>Forgets what does not hold any more.</summary>
    public void Begin(ResourceTypes now, ISet<SyntaxNode> separate, SourceProgram program)
    {
        var ofFiles = separate.ToLookup(node => program.Edits.Now(node.SyntaxTree));
        var isSame = resources is not null && now.AreThoseOf(resources);
        if (!isSame || !handlers.Where(program.IsCurrent).ToImmutableHashSet().SetEquals(ofFiles[null]))
        {
            compiled.Clear();
            handlers = [.. ofFiles[null]];
        }

        resources = now;
        edited = program.Edits.Files.ToDictionary(
            file => file,
            file => isSame && edited.TryGetValue(file, out var known) && known.Handlers.SetEquals(ofFiles[file]) ? known : ([.. ofFiles[file]], new(SymbolEqualityComparer.Default)));
    }

    /// <summary>The summaries among which that of a body belongs.</summary>
    public Dictionary<ISymbol, BodySummary> Of(IMethodSymbol method, SourceEdits edits) => edits.ChangedBy(method) is { } file ? edited[file].Summaries : compiled;
}
