using System.Numerics;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>
/// Which scalar a reader gets from which. The whole table is checked against System.Text.Json with the limits of each
/// type (tests/Klotho.Compiler.Tests/Compatibility).
/// </summary>
internal static class ScalarRules
{
    private static readonly Dictionary<WireScalarKind, (BigInteger Least, BigInteger Most)> Integers = new()
    {
        [WireScalarKind.Byte] = (byte.MinValue, byte.MaxValue),
        [WireScalarKind.SByte] = (sbyte.MinValue, sbyte.MaxValue),
        [WireScalarKind.Int16] = (short.MinValue, short.MaxValue),
        [WireScalarKind.UInt16] = (ushort.MinValue, ushort.MaxValue),
        [WireScalarKind.Int32] = (int.MinValue, int.MaxValue),
        [WireScalarKind.UInt32] = (uint.MinValue, uint.MaxValue),
        [WireScalarKind.Int64] = (long.MinValue, long.MaxValue),
        [WireScalarKind.UInt64] = (ulong.MinValue, ulong.MaxValue),
        [WireScalarKind.Int128] = (Int128.MinValue, Int128.MaxValue),
        [WireScalarKind.UInt128] = (UInt128.MinValue, UInt128.MaxValue),
    };

    /// <summary>How many bits of a whole number a floating one keeps.</summary>
    private static readonly Dictionary<WireScalarKind, int> Precision = new()
    {
        [WireScalarKind.Half] = 11,
        [WireScalarKind.Single] = 24,
        [WireScalarKind.Double] = 53,
    };

    // Text that is read as another kind of text.
    private static readonly HashSet<(WireScalarKind, WireScalarKind)> Fitting =
    [
        (WireScalarKind.DateTime, WireScalarKind.DateTimeOffset),
        (WireScalarKind.DateOnly, WireScalarKind.DateTime),
        (WireScalarKind.DateOnly, WireScalarKind.DateTimeOffset),
        (WireScalarKind.TimeOnly, WireScalarKind.TimeSpan),
    ];

    /// <summary>What happens to a reader; null where it gets every value.</summary>
    public static WireEffect? Effect(WireScalar from, WireScalar to)
    {
        var fromNumber = IsNumber(from.Kind);
        if (fromNumber && IsNumber(to.Kind))
        {
            return NumberEffect(from, to);
        }

        if (fromNumber)
        {
            return (from.Numbers & WireNumbers.WritesText) == 0 ? WireEffect.Throws : NumberAsText(from.Kind, to.Kind);
        }

        return TextEffect(from.Kind, to.Kind);
    }

    /// <summary>Whether every number in the range is one of the kind's.</summary>
    public static bool Holds(WireScalarKind kind, BigInteger least, BigInteger most) =>
        !Integers.TryGetValue(kind, out var range) || (least >= range.Least && most <= range.Most);

    public static bool IsNumber(WireScalarKind kind) => kind <= WireScalarKind.Decimal;

    public static bool IsInteger(WireScalarKind kind) => Integers.ContainsKey(kind);

    /// <summary>The effect of numbers as such, however they are written.</summary>
    public static WireEffect? RangeEffect(WireScalarKind from, WireScalarKind to)
    {
        if (from == to)
        {
            return null;
        }

        if (Integers.TryGetValue(from, out var range))
        {
            return Precision.TryGetValue(to, out var bits) ? BigInteger.Max(BigInteger.Abs(range.Least), range.Most) > BigInteger.Pow(2, bits) ? WireEffect.Loses : null
                : to == WireScalarKind.Decimal ? range.Most > (BigInteger)decimal.MaxValue ? WireEffect.Throws : null
                : Holds(to, range.Least, range.Most) ? null : WireEffect.Throws;
        }

        if (IsInteger(to))
        {
            return WireEffect.Throws;
        }

        // A fraction: decimal keeps more digits, the floating kinds a wider range.
        return to == WireScalarKind.Decimal ? from == WireScalarKind.Half ? null : WireEffect.Throws
            : from == WireScalarKind.Decimal || from > to ? WireEffect.Loses : null;
    }

    private static WireEffect? NumberEffect(WireScalar from, WireScalar to)
    {
        var readsText = (to.Numbers & WireNumbers.ReadsText) != 0;
        if ((from.Numbers & WireNumbers.WritesText) != 0 && !readsText)
        {
            return WireEffect.Throws;
        }

        var writesLiterals = (from.Numbers & WireNumbers.NamedLiterals) != 0 && Precision.ContainsKey(from.Kind);
        if (writesLiterals && !(Precision.ContainsKey(to.Kind) && (readsText || (to.Numbers & WireNumbers.NamedLiterals) != 0)))
        {
            return WireEffect.Throws;
        }

        var range = RangeEffect(from.Kind, to.Kind);
        return range == WireEffect.Loses && Overflows(from.Kind, to.Kind, isText: (from.Numbers & WireNumbers.WritesText) != 0) ? WireEffect.Throws : range;
    }

    // Beyond its range a Half fails; a float does so where it is read from text, and is infinite otherwise.
    private static bool Overflows(WireScalarKind from, WireScalarKind to, bool isText) => to switch
    {
        WireScalarKind.Half => from is not (WireScalarKind.Byte or WireScalarKind.SByte or WireScalarKind.Int16),
        WireScalarKind.Single => isText && from is WireScalarKind.UInt128 or WireScalarKind.Double,
        _ => false,
    };

    // A short number is a number of days to a TimeSpan.
    private static WireEffect? NumberAsText(WireScalarKind from, WireScalarKind to) => to switch
    {
        WireScalarKind.String or WireScalarKind.Uri => null,
        WireScalarKind.TimeSpan when from <= WireScalarKind.UInt16 => WireEffect.Loses,
        _ => WireEffect.Throws,
    };

    private static WireEffect? TextEffect(WireScalarKind from, WireScalarKind to) =>
        from == to ? null
        : from == WireScalarKind.Boolean || to == WireScalarKind.Boolean ? WireEffect.Throws
        : to == WireScalarKind.String || Fitting.Contains((from, to)) ? null
        : to == WireScalarKind.Uri && from != WireScalarKind.String ? null
        : (from, to) == (WireScalarKind.DateTimeOffset, WireScalarKind.DateTime) ? WireEffect.Loses
        : WireEffect.Throws;
}
