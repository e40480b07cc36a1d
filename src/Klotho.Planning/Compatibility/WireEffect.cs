namespace Klotho.Planning.Compatibility;

/// <summary>What a change does to a reader of payloads that were written by other code, the worst first.</summary>
public enum WireEffect
{
    /// <summary>Reading fails.</summary>
    Throws,

    /// <summary>It cannot be known: a converter of the application writes or reads the value.</summary>
    Unknown,

    /// <summary>Reading works, but a value that both know is lost or becomes another.</summary>
    Loses,

    /// <summary>
    /// Reading works, but a property that the reader knows and the writer does not is null or zero, where the reader's
    /// code expects a value. New code knows that of payloads written before; code that is deployed does not.
    /// </summary>
    Misses,
}
