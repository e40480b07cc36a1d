namespace Klotho.Analysis.Diagnostics;

/// <summary>A diagnostic's constant code. KL0xxx load, KL1xxx analysis, KL2xxx planning, KL3xxx emission.</summary>
public readonly record struct DiagnosticCode(string Value) : IComparable<DiagnosticCode>
{
    public int CompareTo(DiagnosticCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
