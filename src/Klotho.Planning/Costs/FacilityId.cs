namespace Klotho.Planning.Costs;

/// <summary>Something that several nodes share one of: <c>network</c>, <c>endpoint:sqs</c>, <c>load_balancer</c>, <c>cluster</c>.</summary>
public readonly record struct FacilityId(string Name) : IComparable<FacilityId>
{
    public int CompareTo(FacilityId other) => string.CompareOrdinal(Name, other.Name);

    public override string ToString() => Name;
}
