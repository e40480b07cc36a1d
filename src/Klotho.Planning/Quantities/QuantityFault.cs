namespace Klotho.Planning.Quantities;

/// <summary>Why a text is no amount.</summary>
public enum QuantityFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>It does not begin with a number.</summary>
    NoNumber,

    /// <summary>A number with nothing behind it.</summary>
    NoUnit,

    /// <summary>What stands behind the number is no unit of this quantity.</summary>
    UnknownUnit,

    /// <summary>The number is too large or too fine for its unit.</summary>
    NumberNotAllowed,
}
