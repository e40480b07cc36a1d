using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Ide;

/// <summary>Finds the compiler's own location for one that was written down as a path, a line and a column.</summary>
internal sealed class SourceLocations(Compilation compilation)
{
    private readonly ILookup<SourcePath, SyntaxTree> trees = compilation.SyntaxTrees.ToLookup(tree => SourceRoot.None.Relative(tree.FilePath));

    /// <summary>The location in one of the compilation's files, or null.</summary>
    public Location? Find(SourceLocation location) =>
        trees[location.Path].FirstOrDefault() is { } tree && SpanOf(tree.GetText(), location) is { } span ? Location.Create(tree, span) : null;

    private static TextSpan? SpanOf(SourceText text, SourceLocation location)
    {
        var start = Position(text, location.Line, location.Column);
        var end = Position(text, location.EndLine, location.EndColumn);
        return start is { } from && end is { } to && from <= to ? TextSpan.FromBounds(from, to) : null;
    }

    private static int? Position(SourceText text, int line, int column) =>
        line >= 1 && line <= text.Lines.Count && text.Lines[line - 1] is var at && column >= 1 && at.Start + column - 1 <= at.EndIncludingLineBreak
            ? at.Start + column - 1
            : null;
}
