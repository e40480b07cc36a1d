using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis;

/// <summary>What the stages keep of a program from one analysis to the next, while its compilations are the same but for edits within bodies.</summary>
internal sealed class AnalysisMemory
{
    /// <summary>The attributes that can be annotations.</summary>
    public FileMemory<IReadOnlyList<(ISymbol Symbol, AttributeData Attribute)>> Attributes { get; } = new();

    /// <summary>The calls and creations by name.</summary>
    public FileMemory<CallsOfFile> Calls { get; } = new();

    public SummaryMemory Summaries { get; } = new();

    /// <summary>The types, which no edit within a body changes; null before the first analysis.</summary>
    public SourceTypes? Types { get; set; }
}
