using System.Text.Json;
using Klotho.Analysis.Collections;

namespace Klotho.Planning.Facts;

/// <summary>Reads the data files that are part of this assembly. Tests hold them to their form, so a wrong one is a bug.</summary>
internal static class FactTableReader
{
    public static FactTable Read(string name)
    {
        using var stream = typeof(FactTableReader).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The data file {name}.json is not part of this assembly.");
        using var document = JsonDocument.Parse(stream);
        var table = document.RootElement;
        var date = Text(table, "date");
        return new(
            name,
            table.TryGetProperty("region", out var region) ? new RegionName(region.GetString() ?? "") : null,
            date,
            table.GetProperty("facts").EnumerateArray().Select(fact => Fact(fact, date)).ToEquatableArray());
    }

    private static Fact Fact(JsonElement fact, string date) => new(
        Text(fact, "name"),
        fact.GetProperty("value").GetDecimal(),
        Text(fact, "unit"),
        Text(fact, "source"),
        fact.TryGetProperty("date", out var own) ? own.GetString() ?? date : date,
        Text(fact, "basis") switch
        {
            "compared" => FactBasis.Compared,
            "recalled" => FactBasis.Recalled,
            "assumed" => FactBasis.Assumed,
            var other => throw new InvalidOperationException($"A fact cannot be `{other}`."),
        });

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";
}
