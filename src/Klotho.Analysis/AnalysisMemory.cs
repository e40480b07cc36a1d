using Klotho.Analysis.Annotations;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Routes;
using Klotho.Analysis.Sources;

namespace Klotho.Analysis;

/// <summary>What the stages keep of a program from one analysis to the next, while its compilations are the same but for edits within bodies.</summary>
internal sealed class AnalysisMemory
{
    public AttributeMemory Attributes { get; } = new();

    public CallMemory Calls { get; } = new();

    public SummaryMemory Summaries { get; } = new();

    /// <summary>The types, which no edit within a body changes; null before the first analysis.</summary>
    public SourceTypes? Types { get; set; }
}
