namespace Klotho.Analysis.Wire;

/// <summary>The types that System.Text.Json writes as one JSON token. Numbers are those up to <see cref="Decimal"/>.</summary>
public enum WireScalarKind
{
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Int128,
    UInt128,
    Half,
    Single,
    Double,
    Decimal,
    Boolean,
    String,
    Char,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Uri,
    Version,

    /// <summary>Bytes as base64 text.</summary>
    Bytes,
}
