using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Keys;

/// <summary>Writes the members of JSON Schema (draft 2020-12) that the model needs.</summary>
public sealed class SchemaWriter(Utf8JsonWriter json)
{
    public void Text(string name, string value) => json.WriteString(name, value);

    public void Whole(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public void Value(string name, ParameterValue value)
    {
        json.WritePropertyName(name);
        Value(value);
    }

    public void Values(string name, EquatableArray<ParameterValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            Value(value);
        }

        json.WriteEndArray();
    }

    public void Member(string name, KeySpec spec)
    {
        json.WriteStartObject(name);
        spec.WriteSchema(this);
        json.WriteEndObject();
    }

    /// <summary>A mapping (or nothing) with no keys but those that <paramref name="members"/> writes.</summary>
    public void ClosedMapping(string description, Action members)
    {
        MappingType(description);
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        members();
        json.WriteEndObject();
    }

    /// <summary>A mapping (or nothing) from any id to the same thing.</summary>
    public void Entries(string description, KeySpec entry)
    {
        MappingType(description);
        Member("additionalProperties", entry);
    }

    /// <summary>A mapping (or nothing) from names of a pattern to the same thing.</summary>
    public void NamedEntries(string description, string pattern, KeySpec entry)
    {
        Entries(description, entry);
        json.WriteStartObject("propertyNames");
        json.WriteString("pattern", pattern);
        json.WriteEndObject();
    }

    /// <summary>The same thing once, or a list of it that is not empty.</summary>
    public void OneOrList(string description, KeySpec item)
    {
        json.WriteString("description", description);
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        item.WriteSchema(this);
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "array");
        json.WriteNumber("minItems", 1);
        Member("items", item);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A value, or the mapping in which it is one of several.</summary>
    public void ValueOr(KeySpec value, Action mapping)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        value.WriteSchema(this);
        json.WriteEndObject();
        json.WriteStartObject();
        mapping();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A member that is right for one candidate at least.</summary>
    public void AnyOf(string name, string description, HostedCapability capability)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        json.WriteStartArray("anyOf");
        foreach (var candidate in capability.Candidates)
        {
            json.WriteStartObject();
            Reference(capability, candidate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Where the type stands beside it, the member must be right for that candidate.</summary>
    public void WhereType(HostedCapability capability, string member)
    {
        json.WriteStartArray("allOf");
        foreach (var candidate in capability.Candidates)
        {
            json.WriteStartObject();
            json.WriteStartObject("if");
            json.WriteStartArray("required");
            json.WriteStringValue("type");
            json.WriteEndArray();
            json.WriteStartObject("properties");
            json.WriteStartObject("type");
            json.WriteString("const", candidate.Type.Name);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartObject("then");
            json.WriteStartObject("properties");
            json.WriteStartObject(member);
            Reference(capability, candidate);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The name under <c>$defs</c> of a candidate's parameters.</summary>
    public static string DefinitionName(HostedCapability capability, Candidate candidate) => $"{capability.Kind}.{candidate.Type}";

    private void Reference(HostedCapability capability, Candidate candidate) =>
        json.WriteString("$ref", $"#/$defs/{DefinitionName(capability, candidate)}");

    private void MappingType(string description)
    {
        json.WriteString("description", description);
        json.WriteStartArray("type");
        json.WriteStringValue("object");
        json.WriteStringValue("null");
        json.WriteEndArray();
    }

    private void Value(ParameterValue value)
    {
        switch (value)
        {
            case ParameterValue.Whole whole:
                json.WriteNumberValue(whole.Value);
                break;
            case ParameterValue.Truth truth:
                json.WriteBooleanValue(truth.Value);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
