namespace Klotho.Analysis.Graph;

/// <summary>A span in a source file. Lines and columns count from 1; <paramref name="EndColumn"/> is exclusive.</summary>
public sealed record SourceLocation(SourcePath Path, int Line, int Column, int EndLine, int EndColumn) : IComparable<SourceLocation>
{
    public int CompareTo(SourceLocation? other) =>
        other is null ? 1 : (Path, Line, Column).CompareTo((other.Path, other.Line, other.Column));

    public override string ToString() => $"{Path}:{Line}";
}
