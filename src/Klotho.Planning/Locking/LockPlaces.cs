using System.Collections.Frozen;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>Where the entries of a lock file stand.</summary>
public sealed class LockPlaces(FrozenDictionary<string, SourceLocation> entries)
{
    public static readonly LockPlaces Nowhere = new(FrozenDictionary<string, SourceLocation>.Empty);

    /// <summary>The place of a node's or route's entry; null where there is none.</summary>
    public SourceLocation? Of(NodeId node) => entries.GetValueOrDefault(node.ToString());

    /// <summary>The place of the application's name; null where no file was read.</summary>
    public SourceLocation? App => entries.GetValueOrDefault(LockKeys.App);

    public SourceLocation? Of(ChangeId accepted) => entries.GetValueOrDefault($"{LockKeys.Accepted} {accepted}");
}
