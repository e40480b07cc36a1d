using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// A message as the detail of an event. Amazon EventBridge takes only objects in JSON, reads them and writes them again, with integers
/// of 64 bits (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html, 2026-11-22). What it would refuse or
/// could change travels as the bytes that it is, in an object of ours.
/// </summary>
internal static class EventDetail
{
    private const string Bytes = "klotho:bytes";

    // As many digits as the usual floating point number keeps; a longer number may be written back as another.
    private const int SafeDigits = 15;

    // Who reads an event reads no more than 64 levels by default, and the event is one around the message.
    private const int DeepestNesting = 60;

    public static ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> payload)
    {
        if (TravelsAsItIs(payload.Span))
        {
            return payload;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBase64String(Bytes, payload.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> Read(JsonElement detail) =>
        detail.ValueKind == JsonValueKind.Object && detail.TryGetProperty(Bytes, out var bytes)
            ? bytes.GetBytesFromBase64()
            : JsonMarshal.GetRawUtf8Value(detail).ToArray();

    private static bool TravelsAsItIs(ReadOnlySpan<byte> payload)
    {
        var json = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (json.Read())
            {
                var safe = json.TokenType switch
                {
                    JsonTokenType.PropertyName => json.CurrentDepth > 1 || !json.ValueTextEquals(Bytes),
                    JsonTokenType.Number => json.ValueSpan.Length <= SafeDigits || json.TryGetInt64(out _),
                    _ => true,
                };
                if (!safe)
                {
                    return false;
                }
            }

            return true;
        }
        catch (JsonException)
        {
            // A message need not be JSON: who receives it says what is wrong with it.
            return false;
        }
    }
}
