namespace Klotho.Emit.Output;

/// <summary>A path inside the output folder, with forward slashes, never absolute and never climbing out.</summary>
public readonly record struct OutputPath(string Value) : IComparable<OutputPath>
{
    public int CompareTo(OutputPath other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
