namespace Klotho.Wiring;

/// <summary>Which calls may be made again after one that failed.</summary>
internal enum UnitRepeat
{
    None,

    /// <summary>Those of methods that may run twice: whether it ran is not known.</summary>
    Repeatable,

    /// <summary>All: nothing ran.</summary>
    All,
}
