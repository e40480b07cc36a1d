using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Klotho.Aws;

/// <summary>Writes a response in payload format 2.0.</summary>
internal static class GatewayAnswer
{
    /// <summary>
    /// The largest answer of a function, in bytes of JSON: 6 MB. A body that is no text takes a third more in it.
    /// Source: docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html, 2026-11-22.
    /// </summary>
    public const int MaxBytes = 6 * 1024 * 1024;

    // What says how bytes travel between two machines says nothing here.
    private static readonly string[] OfTheConnection = [HeaderNames.Connection, HeaderNames.KeepAlive, HeaderNames.TransferEncoding, HeaderNames.Upgrade];

    private static readonly string[] TextTypes = ["json", "xml", "javascript", "x-www-form-urlencoded"];

    public static ReadOnlyMemory<byte> Write(GatewayResponse response) => Write(response.StatusCode, response.Headers, response.Content);

    public static ReadOnlyMemory<byte> Write(int status) => Write(status, new HeaderDictionary(), default);

    public static PayloadTooLargeException TooLarge() => new($"The response is over {MaxBytes} bytes, AWS Lambda's limit.");

    private static ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", status);
            WriteHeaders(json, headers);
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

            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes ? buffer.WrittenMemory : throw TooLarge();
    }

    private static void WriteHeaders(Utf8JsonWriter json, IHeaderDictionary headers)
    {
        json.WriteStartObject("headers");
        foreach (var (name, values) in headers)
        {
            if (!string.Equals(name, HeaderNames.SetCookie, StringComparison.OrdinalIgnoreCase) &&
                !OfTheConnection.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                json.WriteString(name, values.ToString());
            }
        }

        json.WriteEndObject();
        if (headers.SetCookie is { Count: > 0 } cookies)
        {
            json.WriteStartArray("cookies");
            foreach (var cookie in cookies)
            {
                json.WriteStringValue(cookie);
            }

            json.WriteEndArray();
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
