using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Klotho.Analysis.Wire;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>Whether a JSON token is one that a scalar is written as.</summary>
internal static class ScalarTokens
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static bool Fits(JsonElement json, WireScalar scalar)
    {
        if (scalar.Kind <= WireScalarKind.Decimal)
        {
            var asText = (scalar.Numbers & WireNumbers.WritesText) != 0;
            return json.ValueKind == JsonValueKind.String
                ? (asText && Number(json.GetString() ?? "", scalar.Kind)) || ((scalar.Numbers & WireNumbers.NamedLiterals) != 0 && json.GetString() is "NaN" or "Infinity" or "-Infinity")
                : !asText && json.ValueKind == JsonValueKind.Number && Number(json.GetRawText(), scalar.Kind);
        }

        return scalar.Kind == WireScalarKind.Boolean
            ? json.ValueKind is JsonValueKind.True or JsonValueKind.False
            : json.ValueKind == JsonValueKind.String && Text(json.GetString() ?? "", scalar.Kind);
    }

    private static bool Number(string text, WireScalarKind kind) => kind switch
    {
        WireScalarKind.Byte => byte.TryParse(text, Invariant, out _),
        WireScalarKind.SByte => sbyte.TryParse(text, Invariant, out _),
        WireScalarKind.Int16 => short.TryParse(text, Invariant, out _),
        WireScalarKind.UInt16 => ushort.TryParse(text, Invariant, out _),
        WireScalarKind.Int32 => int.TryParse(text, Invariant, out _),
        WireScalarKind.UInt32 => uint.TryParse(text, Invariant, out _),
        WireScalarKind.Int64 => long.TryParse(text, Invariant, out _),
        WireScalarKind.UInt64 => ulong.TryParse(text, Invariant, out _),
        WireScalarKind.Int128 => Int128.TryParse(text, Invariant, out _),
        WireScalarKind.UInt128 => UInt128.TryParse(text, Invariant, out _),
        WireScalarKind.Decimal => decimal.TryParse(text, NumberStyles.Float, Invariant, out _),
        _ => double.TryParse(text, NumberStyles.Float, Invariant, out _) || BigInteger.TryParse(text, Invariant, out _),
    };

    private static bool Text(string text, WireScalarKind kind) => kind switch
    {
        WireScalarKind.Char => text.Length == 1,
        WireScalarKind.Guid => Guid.TryParseExact(text, "D", out _),
        WireScalarKind.DateTime => DateTime.TryParse(text, Invariant, DateTimeStyles.RoundtripKind, out _) && text.Contains('T', StringComparison.Ordinal),
        WireScalarKind.DateTimeOffset => DateTimeOffset.TryParse(text, Invariant, out _) && (text.LastIndexOfAny(['+', '-']) > 10 || text.EndsWith('Z')),
        WireScalarKind.DateOnly => DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out _),
        WireScalarKind.TimeOnly => TimeOnly.TryParse(text, Invariant, out _),
        WireScalarKind.TimeSpan => TimeSpan.TryParseExact(text, "c", Invariant, out _),
        WireScalarKind.Version => Version.TryParse(text, out _),
        WireScalarKind.Bytes => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        _ => true,
    };
}
