namespace Klotho.Analysis.Wire;

/// <summary>What a reader does with properties that it does not know.</summary>
public enum WireUnknownProperties
{
    Skipped,

    /// <summary>Reading fails.</summary>
    Refused,

    /// <summary>They are kept as extension data and written again.</summary>
    Kept,
}
