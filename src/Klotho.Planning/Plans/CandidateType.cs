namespace Klotho.Planning.Plans;

/// <summary>The name of a way to host a node, as klotho.yaml spells it: <c>lambda</c>, <c>dynamodb</c>, <c>sns_sqs</c>.</summary>
public readonly record struct CandidateType(string Name) : IComparable<CandidateType>
{
    public int CompareTo(CandidateType other) => string.CompareOrdinal(Name, other.Name);

    public override string ToString() => Name;
}
