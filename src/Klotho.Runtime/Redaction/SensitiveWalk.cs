using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Klotho.Drivers;

/// <summary>
/// Goes through JSON beside its type, writes it with <c>***</c> for what is sensitive, and collects what that was. A property that the type does not
/// know counts as sensitive: an older version of the type may have had it.
/// </summary>
internal sealed class SensitiveWalk(Utf8JsonWriter json)
{
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>What was not written, as texts that a message may hold.</summary>
    public IReadOnlyCollection<string> Secrets => _secrets;

    public void Write(JsonElement value, JsonTypeInfo? type)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, type);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(item, Element(type));
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private void WriteObject(JsonElement value, JsonTypeInfo? type)
    {
        var known = Known(value, type);
        json.WriteStartObject();
        foreach (var property in value.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            if (known is not { Kind: JsonTypeInfoKind.Object })
            {
                Write(property.Value, Element(known));
            }
            else if (Find(known, property.Name) is { } member && !SensitiveTypes.IsSensitive(member))
            {
                Write(property.Value, SensitiveTypes.Of(member.PropertyType, known.Options));
            }
            else if (property.Name == known.PolymorphismOptions?.TypeDiscriminatorPropertyName || property.Name == type?.PolymorphismOptions?.TypeDiscriminatorPropertyName)
            {
                property.Value.WriteTo(json);
            }
            else
            {
                json.WriteStringValue(PayloadRedaction.Mark);
                Collect(property.Value);
            }
        }

        json.WriteEndObject();
    }

    private void Collect(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    _secrets.Add(property.Name);
                    Collect(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Collect(item);
                }

                break;
            case JsonValueKind.String:
                // As it is, and as JSON has it.
                _secrets.Add(value.GetString() ?? "");
                _secrets.Add(value.GetRawText()[1..^1]);
                break;
            case JsonValueKind.Number:
                _secrets.Add(value.GetRawText());
                break;
            default:
                // True, false and null say nothing without their names.
                break;
        }
    }

    private static JsonTypeInfo? Element(JsonTypeInfo? type) => type?.ElementType is { } element ? SensitiveTypes.Of(element, type.Options) : null;

    // A value type that may be null is written as itself; of a base type, the one that the discriminator names.
    private static JsonTypeInfo? Known(JsonElement value, JsonTypeInfo? type)
    {
        if (type is not null && Nullable.GetUnderlyingType(type.Type) is { } underlying)
        {
            return SensitiveTypes.Of(underlying, type.Options);
        }

        return type?.PolymorphismOptions is { } polymorphism && value.TryGetProperty(polymorphism.TypeDiscriminatorPropertyName, out var discriminator) &&
            polymorphism.DerivedTypes.FirstOrDefault(derived => $"{derived.TypeDiscriminator}" == discriminator.ToString()) is { DerivedType: { } named }
            ? SensitiveTypes.Of(named, type.Options)
            : type;
    }

    private static JsonPropertyInfo? Find(JsonTypeInfo type, string name) =>
        type.Properties.FirstOrDefault(property => property.Name == name) ??
        (type.Options.PropertyNameCaseInsensitive ? type.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) : null);
}
