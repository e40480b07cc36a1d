namespace Klotho.Planning.Differences;

/// <summary>What happens in a change.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Renamed,
    Changed,
}
