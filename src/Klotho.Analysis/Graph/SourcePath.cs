namespace Klotho.Analysis.Graph;

/// <summary>A source file's path relative to the source root, with forward slashes; absolute only where no root is known (an IDE).</summary>
public readonly record struct SourcePath(string Value) : IComparable<SourcePath>
{
    public int CompareTo(SourcePath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
