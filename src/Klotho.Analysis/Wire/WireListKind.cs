namespace Klotho.Analysis.Wire;

/// <summary>What a reader makes of a JSON array.</summary>
public enum WireListKind
{
    /// <summary>All elements in their order.</summary>
    List,

    /// <summary>Equal elements once.</summary>
    Set,

    /// <summary>All elements, the last one first.</summary>
    Stack,

    /// <summary>Nothing: the type can be written, but not read.</summary>
    Unreadable,
}
