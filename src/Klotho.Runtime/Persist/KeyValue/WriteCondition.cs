namespace Klotho;

/// <summary>What must hold for a write to happen. The default is no condition.</summary>
public readonly record struct WriteCondition
{
    /// <summary>Whether the item must not exist.</summary>
    public bool MustBeAbsent { get; private init; }

    /// <summary>The version that the item must have, if any.</summary>
    public EntryVersion? Version { get; private init; }

    /// <summary>Write only where no item is.</summary>
    public static WriteCondition IfAbsent { get; } = new() { MustBeAbsent = true };

    /// <summary>Write only over the version that was read.</summary>
    public static WriteCondition IfVersion(EntryVersion version) => new() { Version = version };
}
