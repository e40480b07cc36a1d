using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Klotho.Aws;

/// <summary>Bodies, which every HTTP payload carries as text or as base64.</summary>
internal static class PayloadBody
{
    private static readonly string[] TextTypes = ["json", "xml", "javascript", "x-www-form-urlencoded"];

    public static byte[] Read(JsonElement invoked)
    {
        var body = JsonText.Of(invoked, "body") ?? "";
        return JsonText.Find(invoked, "isBase64Encoded") is { ValueKind: JsonValueKind.True }
            ? Convert.FromBase64String(body)
            : Encoding.UTF8.GetBytes(body);
    }

    public static void Write(Utf8JsonWriter json, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var isText = IsText(headers) && Utf8.IsValid(body);
        json.WriteBoolean("isBase64Encoded", !isText);
        if (isText)
        {
            json.WriteString("body", body);
        }
        else
        {
            json.WriteBase64String("body", body);
        }
    }

    // Anything else goes as base64, which is right for text too, and longer.
    private static bool IsText(IHeaderDictionary headers)
    {
        if (headers.ContentEncoding.Count > 0 || !MediaTypeHeaderValue.TryParse(headers.ContentType.ToString(), out var type))
        {
            return headers.ContentEncoding.Count == 0 && headers.ContentType.Count == 0;
        }

        return type.Type.Equals("text", StringComparison.OrdinalIgnoreCase) ||
            TextTypes.Any(text => type.SubTypeWithoutSuffix.Equals(text, StringComparison.OrdinalIgnoreCase) ||
                type.Suffix.Equals(text, StringComparison.OrdinalIgnoreCase));
    }
}
