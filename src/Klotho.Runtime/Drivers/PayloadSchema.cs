using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Klotho.Drivers;

/// <summary>
/// The version of a payload's schema, which travels with each message: 16 hexadecimal digits of the SHA-256 of the JSON Schema that
/// System.Text.Json exports for the type with the application's options. Neither the names of types nor the order of properties are part of it,
/// so that it changes where what is written may.
/// </summary>
public static class PayloadSchema
{
    private const int Digits = 16;

    // What is the same in any order.
    private const string Required = "required";

    /// <summary>16 hexadecimal digits of a text's SHA-256.</summary>
    internal static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];

    /// <summary>The version of a type's schema; null where System.Text.Json knows none, because a converter of the application writes the type or it is too deep.</summary>
    public static string? VersionOf(JsonTypeInfo type)
    {
        ArgumentNullException.ThrowIfNull(type);
        try
        {
            var text = new StringBuilder();
            Append(text, type.GetJsonSchemaAsNode(), isNames: false);
            return DigestOf(text.ToString());
        }
        catch (InvalidOperationException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static void Append(StringBuilder text, JsonNode? node, bool isNames)
    {
        switch (node)
        {
            case JsonObject schema:
                text.Append('{');
                foreach (var (name, value) in schema.OrderBy(property => property.Key, StringComparer.Ordinal))
                {
                    text.Append(name).Append(':');
                    Append(text, value, name == Required);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonArray list:
                var items = list.Select(item => item?.ToJsonString() ?? "null");
                text.Append('[').AppendJoin(',', isNames ? items.Order(StringComparer.Ordinal) : items).Append(']');
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }
}
