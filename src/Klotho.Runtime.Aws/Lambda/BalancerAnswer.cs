using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Klotho.Aws;

/// <summary>Writes a response as a load balancer takes it, with every value of a header on its own.</summary>
internal static class BalancerAnswer
{
    /// <summary>
    /// The largest answer that a load balancer takes of a function, in bytes of JSON: 1 MB.
    /// Source: docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html, 2026-11-22.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    public static ReadOnlyMemory<byte> Write(int status, IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", status);
            json.WriteString("statusDescription", string.Create(CultureInfo.InvariantCulture, $"{status} {ReasonPhrases.GetReasonPhrase(status)}").TrimEnd());
            json.WriteStartObject("multiValueHeaders");
            foreach (var (name, values) in headers.Where(header => !PayloadHeaders.IsOfConnection(header.Key)))
            {
                json.WriteStartArray(name);
                foreach (var value in values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            PayloadBody.Write(json, headers, body);
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes
            ? buffer.WrittenMemory
            : throw new PayloadTooLargeException($"The response is over {MaxBytes} bytes, the limit of a load balancer in front of AWS Lambda.");
    }
}
