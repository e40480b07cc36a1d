using System.Buffers;
using System.Text.Json;
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

    /// <summary>A body with what <see cref="Prelude"/> writes before it.</summary>
    public const string StreamType = "application/vnd.awslambda.http-integration-response";

    public static PayloadTooLargeException TooLarge() => new($"The response is over {MaxBytes} bytes, AWS Lambda's limit.");

    public static ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteHead(json, status, headers);
            PayloadBody.Write(json, headers, body);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes ? buffer.WrittenMemory : throw TooLarge();
    }

    /// <summary>What precedes the bytes of a body that is streamed: status and headers, and eight zero bytes.</summary>
    public static ReadOnlyMemory<byte> Prelude(int status, IHeaderDictionary headers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteHead(json, status, headers);
            json.WriteEndObject();
        }

        buffer.Write(stackalloc byte[8]);
        return buffer.WrittenMemory;
    }

    private static void WriteHead(Utf8JsonWriter json, int status, IHeaderDictionary headers)
    {
        json.WriteStartObject();
        json.WriteNumber("statusCode", status);
        WriteHeaders(json, headers);
    }

    private static void WriteHeaders(Utf8JsonWriter json, IHeaderDictionary headers)
    {
        json.WriteStartObject("headers");
        foreach (var (name, values) in headers)
        {
            if (!string.Equals(name, HeaderNames.SetCookie, StringComparison.OrdinalIgnoreCase) &&
                !PayloadHeaders.IsOfConnection(name))
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
}
