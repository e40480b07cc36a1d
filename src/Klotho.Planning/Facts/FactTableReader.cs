using System.Text.Json;
using Klotho.Analysis.Collections;

namespace Klotho.Planning.Facts;

/// <summary>Reads the data files that are part of this assembly. Tests hold them to their form, so a wrong one is a bug.</summary>
internal static class FactTableReader
{
    public static FactTable Read(string name)
    {
        using var document = Parse(name);
        var table = document.RootElement;
        var date = Text(table, "date");
        return new(
            name,
            table.TryGetProperty("region", out var region) ? new RegionName(region.GetString() ?? "") : null,
            date,
            table.GetProperty("facts").EnumerateArray().Select(fact => Fact(fact, date)).ToEquatableArray());
    }

    /// <summary>Limits, by the name of the type that has them.</summary>
    public static ILookup<string, HardLimit> ReadLimits(string name)
    {
        using var document = Parse(name);
        var date = Text(document.RootElement, "date");
        return document.RootElement.GetProperty("limits").EnumerateArray().ToLookup(limit => Text(limit, "of"), limit => new HardLimit(
            Text(limit, "name"),
            limit.GetProperty("value").GetInt64(),
            Text(limit, "unit"),
            Text(limit, "source"),
            Date(limit, date),
            Basis(limit)));
    }

    private static JsonDocument Parse(string name)
    {
        using var stream = typeof(FactTableReader).Assembly.GetManifestResourceStream($"{name}.json")
            ?? throw new InvalidOperationException($"The data file {name}.json is not part of this assembly.");
        return JsonDocument.Parse(stream);
    }

    private static Fact Fact(JsonElement fact, string date) => new(
        Text(fact, "name"),
        fact.GetProperty("value").GetDecimal(),
        Text(fact, "unit"),
        Text(fact, "source"),
        Date(fact, date),
        Basis(fact));

    /// <summary>A figure's own day, where it was compared on another one than its table.</summary>
    private static string Date(JsonElement figure, string table) => figure.TryGetProperty("date", out var own) ? own.GetString() ?? table : table;

    private static FactBasis Basis(JsonElement figure) => Text(figure, "basis") switch
    {
        "compared" => FactBasis.Compared,
        "recalled" => FactBasis.Recalled,
        "assumed" => FactBasis.Assumed,
        var other => throw new InvalidOperationException($"A figure cannot be `{other}`."),
    };

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? "";
}
