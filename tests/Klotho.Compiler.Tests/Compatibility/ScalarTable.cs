using System.Text.Json;
using System.Text.Json.Serialization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;
using Klotho.Compiler.Tests.Wire;
using Klotho.Planning.Compatibility;

namespace Klotho.Compiler.Tests.Compatibility;

/// <summary>Every scalar read as every other, with the limits of each, as System.Text.Json does it.</summary>
public sealed class ScalarTable
{
    private static readonly (WireNumbers, WireNumbers)[] Handlings =
    [
        (WireNumbers.Default, WireNumbers.Default),
        (WireNumbers.WritesText, WireNumbers.Default),
        (WireNumbers.WritesText | WireNumbers.ReadsText, WireNumbers.Strict),
        (WireNumbers.Strict, WireNumbers.WritesText),
        (WireNumbers.NamedLiterals, WireNumbers.Strict),
        (WireNumbers.NamedLiterals, WireNumbers.NamedLiterals),
        (WireNumbers.NamedLiterals, WireNumbers.Default),
    ];

    private static readonly Dictionary<WireScalarKind, Type> Types = RandomScalars.Samples.Keys.ToDictionary(
        type => type == typeof(byte[]) ? WireScalarKind.Bytes : Enum.Parse<WireScalarKind>(type.Name));

    [Fact]
    public void Every_pair_is_as_it_really_is()
    {
        var wrong = new List<string>();
        var pairs = 0;
        foreach (var (from, fromType) in Types)
        {
            foreach (var (to, toType) in Types)
            {
                foreach (var (writes, reads) in Handlings)
                {
                    pairs++;
                    var real = Real(from, fromType, writes, toType, reads);
                    var verdict = Verdict(new(from, Of(from, writes)), new(to, Of(to, reads)));
                    if (real != verdict)
                    {
                        wrong.Add($"{from} ({writes}) read as {to} ({reads}): really {real}, said {verdict}");
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(Types.Count * Types.Count * Handlings.Length, pairs);
        Assert.Equal(Enum.GetValues<WireScalarKind>().Length, Types.Count);
    }

    private static WireEffect? Real(WireScalarKind from, Type fromType, WireNumbers writes, Type toType, WireNumbers reads)
    {
        var (writer, reader) = (Options(writes), Options(reads));
        return Samples(from, fromType, writes).Select(sample =>
        {
            var text = JsonSerializer.Serialize(sample, fromType, writer);
            try
            {
                var arrived = JsonSerializer.Deserialize(text, toType, reader);
                return new ArrivalComparison(Options(WireNumbers.NamedLiterals)).Same(sample, fromType, arrived, toType) ? null : (WireEffect?)WireEffect.Loses;
            }
            catch (JsonException)
            {
                return WireEffect.Throws;
            }
        }).Min();
    }

    private static IEnumerable<object> Samples(WireScalarKind kind, Type type, WireNumbers writes) =>
        (writes & WireNumbers.NamedLiterals) == 0 ? RandomScalars.Samples[type] : [.. RandomScalars.Samples[type], .. kind switch
        {
            WireScalarKind.Double => [double.NaN],
            WireScalarKind.Single => [float.PositiveInfinity],
            WireScalarKind.Half => new object[] { Half.NegativeInfinity },
            _ => [],
        }];

    private static WireEffect? Verdict(WireScalar from, WireScalar to) =>
        WireCompatibility.Run(Schema(from), Schema(to)).Items.Select(each => (WireEffect?)each.Effect).Min();

    private static WireSchema Schema(WireScalar scalar) => new(new(scalar, MayBeNull: false, RefusesNull: false), EquatableArray<WireType>.Empty);

    private static WireNumbers Of(WireScalarKind kind, WireNumbers numbers) => kind <= WireScalarKind.Decimal ? numbers : WireNumbers.Default;

    private static JsonSerializerOptions Options(WireNumbers numbers)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { NumberHandling = (JsonNumberHandling)numbers, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
        options.MakeReadOnly();
        return options;
    }
}
