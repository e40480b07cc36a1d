namespace Klotho.Wiring;

/// <summary>Whether a call is one that was not made before.</summary>
internal enum CallAge
{
    New,

    /// <summary>It was let in before.</summary>
    Replayed,

    /// <summary>It was sent too long ago, or in the future.</summary>
    OutOfTime,

    /// <summary>More calls are remembered than there is room for.</summary>
    Unknown,
}
