using System.Globalization;
using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>A type of a schema as JSON: an object that has <c>properties</c>, or an enum that has <c>enum</c>.</summary>
internal static class WireTypeJson
{
    public static void Write(Utf8JsonWriter writer, WireType type)
    {
        writer.WriteStartObject();
        switch (type)
        {
            case WireEnum @enum:
                WriteEnum(writer, @enum);
                break;
            case WireObject @object:
                WriteObject(writer, @object);
                break;
        }

        writer.WriteEndObject();
    }

    public static WireType? Read(WireTypeName name, JsonElement json) =>
        json.ValueKind != JsonValueKind.Object ? null
        : json.TryGetProperty("enum", out _) ? ReadEnum(name, json)
        : ReadObject(name, json);

    private static void WriteEnum(Utf8JsonWriter writer, WireEnum type)
    {
        writer.WriteString("enum", WireText.Word(type.Underlying));
        writer.WriteFlag("byName", type.ByName);
        writer.WriteFlag("refusesNumbers", !type.ReadsNumbers);
        writer.WriteFlag("flags", type.IsFlags);
        writer.WriteStartObject("members");
        foreach (var member in type.Members)
        {
            var number = member.Value.ToString(CultureInfo.InvariantCulture);
            writer.WriteString(member.Name, member.Name == member.Written ? number : $"{number} as {member.Written}");
        }

        writer.WriteEndObject();
    }

    private static WireEnum? ReadEnum(WireTypeName name, JsonElement json)
    {
        if (!Enum.TryParse<WireScalarKind>(WireJson.Text(json, "enum"), ignoreCase: true, out var underlying))
        {
            return null;
        }

        var members = WireJson.Members(json, "members").Select(ReadMember).ToList();
        return members.Contains(null) ? null : new(
            name,
            underlying,
            WireJson.Flag(json, "byName"),
            !WireJson.Flag(json, "refusesNumbers"),
            WireJson.Flag(json, "flags"),
            members.OfType<WireEnumMember>().ToEquatableArray());
    }

    private static WireEnumMember? ReadMember(JsonProperty json)
    {
        var parts = json.Value.ValueKind == JsonValueKind.String ? (json.Value.GetString() ?? "").Split(" as ", 2) : [];
        return parts.Length > 0 && decimal.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new(json.Name, parts.Length > 1 ? parts[1] : json.Name, number)
            : null;
    }

    private static void WriteObject(Utf8JsonWriter writer, WireObject type)
    {
        if (type.Unreadable is { } reason)
        {
            writer.WriteString("unreadable", reason);
        }

        if (type.Unknown != WireUnknownProperties.Skipped)
        {
            writer.WriteString("unknown", type.Unknown.ToString().ToLowerInvariant());
        }

        writer.WriteFlag("exactNames", type.ExactNames);
        if (type.Polymorphism is { } polymorphism)
        {
            WirePolymorphismJson.Write(writer, polymorphism);
        }

        writer.WriteStartObject("properties");
        foreach (var property in type.Properties)
        {
            writer.WriteString(property.Name, WirePropertyText.Of(property));
        }

        writer.WriteEndObject();
    }

    private static WireObject? ReadObject(WireTypeName name, JsonElement json)
    {
        var properties = WireJson.Members(json, "properties")
            .Select(each => each.Value.ValueKind == JsonValueKind.String ? WirePropertyText.Parse(each.Name, each.Value.GetString() ?? "") : null)
            .ToList();
        var unknown = WireUnknownProperties.Skipped;
        if (properties.Contains(null)
            || (WireJson.Text(json, "unknown") is { } text && !Enum.TryParse(text, ignoreCase: true, out unknown)))
        {
            return null;
        }

        return new(name, properties.OfType<WireProperty>().ToEquatableArray())
        {
            Unreadable = WireJson.Text(json, "unreadable"),
            Unknown = unknown,
            ExactNames = WireJson.Flag(json, "exactNames"),
            Polymorphism = json.TryGetProperty("derived", out var derived) ? WirePolymorphismJson.Read(derived) : null,
        };
    }
}
