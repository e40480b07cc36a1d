namespace Klotho.Planning.Differences;

/// <summary>What somebody should know of a change before it is deployed.</summary>
[Flags]
public enum ChangeEffects
{
    None = 0,

    /// <summary>Data is replaced or lost.</summary>
    Destructive = 1,

    /// <summary>Code that is deployed cannot read what is now written, or the new code what was written before.</summary>
    Breaking = 2,

    /// <summary>More can be done or reached than before.</summary>
    Widening = 4,
}
