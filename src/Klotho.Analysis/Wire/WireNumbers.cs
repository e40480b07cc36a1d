namespace Klotho.Analysis.Wire;

/// <summary>How numbers are written and read: JsonNumberHandling, by the same values.</summary>
[Flags]
public enum WireNumbers
{
    /// <summary>As JSON numbers only.</summary>
    Strict = 0,

    /// <summary>Text that holds a number is read too.</summary>
    ReadsText = 1,

    /// <summary>Written as text.</summary>
    WritesText = 2,

    /// <summary>NaN and the infinities are written as text.</summary>
    NamedLiterals = 4,

    /// <summary>What the runtime's options say: written as numbers, read from text too.</summary>
    Default = ReadsText,
}
