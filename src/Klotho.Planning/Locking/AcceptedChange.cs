namespace Klotho.Planning.Locking;

/// <summary>A change that somebody accepted on purpose.</summary>
/// <param name="Change">The change.</param>
/// <param name="Reason">Why, in the words of who accepted it.</param>
/// <param name="Applied">Whether a compile has made the change. It then counts for that change only, not for the same one at another time.</param>
public sealed record AcceptedChange(ChangeId Change, string Reason, bool Applied) : IComparable<AcceptedChange>
{
    public int CompareTo(AcceptedChange? other)
    {
        if (other is null)
        {
            return 1;
        }

        var changes = Change.CompareTo(other.Change);
        var states = other.Applied.CompareTo(Applied);
        return changes != 0 ? changes : states != 0 ? states : string.CompareOrdinal(Reason, other.Reason);
    }
}
