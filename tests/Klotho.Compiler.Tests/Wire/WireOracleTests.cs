using System.Text.Json;
using Klotho.Analysis.Wire;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Wire;

/// <summary>What is extracted from symbols is what System.Text.Json does with the types themselves.</summary>
public sealed class WireOracleTests(WireFixtures fixtures) : IClassFixture<WireFixtures>
{
    private const int InstancesOfEach = 25;

    /// <summary>The runtime's options: those of ASP.NET Core's endpoints.</summary>
    private static JsonSerializerOptions Runtime => new JsonOptions().SerializerOptions;

    [Fact]
    public void What_is_written_is_as_the_schema_says()
    {
        var made = 0;
        var types = 0;
        var wrong = new List<string>();
        foreach (var (clr, symbol) in fixtures.Payloads)
        {
            var judge = new WireJudge(WireFixtures.Schema(symbol));
            var maker = new InstanceMaker(fixtures.Assembly, new(clr.ToString().Length));
            types++;
            for (var count = 0; count < InstancesOfEach; count++, made++)
            {
                var json = JsonSerializer.SerializeToElement(maker.Make(clr), clr, Runtime);
                if (judge.Check(json) is { } problem)
                {
                    wrong.Add($"{clr}: {problem} in {json}");
                    break;
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(types, 60, int.MaxValue);
        Assert.InRange(made, 2000, int.MaxValue);
    }

    [Fact]
    public void Metadata_is_the_same_under_the_options_of_the_runtime() => Compare(WireOptions.Web, Runtime);

    [Fact]
    public void Metadata_is_the_same_under_every_other_option() => Compare(
        new()
        {
            Names = WireNaming.SnakeCaseUpper,
            ExactNames = true,
            Numbers = WireNumbers.WritesText | WireNumbers.ReadsText,
            Omission = WireOmission.Default,
            Unknown = WireUnknownProperties.Refused,
            IncludesFields = true,
            RespectsNullability = true,
            RequiresParameters = true,
            EnumNames = WireNaming.KebabCaseLower,
            EnumsReadNumbers = false,
        },
        new(Runtime)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper,
            PropertyNameCaseInsensitive = false,
            NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.WriteAsString | System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
            IncludeFields = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        });

    /// <summary>System.Text.Json refuses to fill what it is told to ignore.</summary>
    [Fact]
    public void Metadata_is_the_same_where_read_only_properties_are_ignored() => Compare(
        new() { IgnoresReadOnlyProperties = true, Names = WireNaming.None, Omission = WireOmission.Null },
        new(Runtime) { IgnoreReadOnlyProperties = true, PropertyNamingPolicy = null, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull },
        type => !type.Name.StartsWith("Populated", StringComparison.Ordinal));

    private void Compare(WireOptions options, JsonSerializerOptions json, Func<Type, bool>? isCompared = null)
    {
        var comparison = new MetadataComparison(json, options);
        foreach (var (clr, symbol) in fixtures.Payloads.Where(each => isCompared?.Invoke(each.Clr) != false))
        {
            comparison.Compare(clr, WireFixtures.Schema(symbol, options));
        }

        Assert.True(comparison.Differences.Count == 0, string.Join('\n', comparison.Differences.Distinct()));
        Assert.InRange(comparison.Objects, 60, int.MaxValue);
    }

    [Theory]
    [InlineData(WireNaming.CamelCase)]
    [InlineData(WireNaming.SnakeCaseLower)]
    [InlineData(WireNaming.SnakeCaseUpper)]
    [InlineData(WireNaming.KebabCaseLower)]
    [InlineData(WireNaming.KebabCaseUpper)]
    public void Names_are_made_as_the_policy_makes_them(WireNaming naming)
    {
        var policy = naming switch
        {
            WireNaming.CamelCase => JsonNamingPolicy.CamelCase,
            WireNaming.SnakeCaseLower => JsonNamingPolicy.SnakeCaseLower,
            WireNaming.SnakeCaseUpper => JsonNamingPolicy.SnakeCaseUpper,
            WireNaming.KebabCaseLower => JsonNamingPolicy.KebabCaseLower,
            _ => JsonNamingPolicy.KebabCaseUpper,
        };
        var random = new Random(1);
        for (var count = 0; count < 5000; count++)
        {
            var name = new string([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => "abABC1_9äÄßZ"[random.Next(12)])]);
            Assert.Equal(policy.ConvertName(name), WireNames.Of(name, naming));
        }
    }

    [Fact]
    public void A_schema_survives_its_document()
    {
        foreach (var (_, symbol) in fixtures.Payloads)
        {
            var schema = WireFixtures.Schema(symbol);
            using var document = JsonDocument.Parse(Harness.WireSchemaText.Json(schema));

            Assert.Equal(schema, Klotho.Planning.Compatibility.WireSchemaJson.Read(document.RootElement));
        }
    }
}
