using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>The derived types of a type as JSON. Discriminators of text, of numbers, and types without one stand apart.</summary>
internal static class WirePolymorphismJson
{
    public static void Write(Utf8JsonWriter writer, WirePolymorphism polymorphism)
    {
        writer.WriteStartObject("derived");
        writer.WriteString("discriminator", polymorphism.Discriminator);
        writer.WriteFlag("ignoresStrangers", polymorphism.IgnoresStrangers);
        writer.WriteFlag("writesBase", polymorphism.WritesBase);
        WriteCases(writer, "texts", polymorphism.Cases.Items.Where(each => each.Discriminator is { IsNumber: false }));
        WriteCases(writer, "numbers", polymorphism.Cases.Items.Where(each => each.Discriminator is { IsNumber: true }));
        var plain = polymorphism.Cases.Items.Where(each => each.Discriminator is null).ToList();
        if (plain.Count > 0)
        {
            writer.WriteStartArray("plain");
            plain.ForEach(each => writer.WriteStringValue(each.Type.Value));
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static WirePolymorphism? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || WireJson.Text(json, "discriminator") is not { } discriminator)
        {
            return null;
        }

        var plain = json.TryGetProperty("plain", out var types) && types.ValueKind == JsonValueKind.Array
            ? types.EnumerateArray().Where(type => type.ValueKind == JsonValueKind.String).Select(type => new WireCase(null, new(type.GetString() ?? "")))
            : [];
        return new(discriminator, WireJson.Flag(json, "ignoresStrangers"), WireJson.Flag(json, "writesBase"), plain.Concat(Cases(json, "texts", false)).Concat(Cases(json, "numbers", true)).ToEquatableArray());
    }

    private static void WriteCases(Utf8JsonWriter writer, string name, IEnumerable<WireCase> cases)
    {
        var all = cases.ToList();
        if (all.Count > 0)
        {
            writer.WriteStartObject(name);
            all.ForEach(each => writer.WriteString(each.Discriminator?.Value ?? "", each.Type.Value));
            writer.WriteEndObject();
        }
    }

    private static IEnumerable<WireCase> Cases(JsonElement json, string name, bool areNumbers) =>
        WireJson.Members(json, name)
            .Where(each => each.Value.ValueKind == JsonValueKind.String)
            .Select(each => new WireCase(new(each.Name, areNumbers), new(each.Value.GetString() ?? "")));
}
