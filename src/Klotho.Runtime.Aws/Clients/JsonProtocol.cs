using System.Buffers;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>AWS JSON 1.0 and 1.1 (smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html, 2026-11-22), which most services speak.</summary>
internal sealed class JsonProtocol : AwsProtocol
{
    public static JsonProtocol Instance { get; } = new();

    /// <summary>A call of version 1.0 whose properties <paramref name="write"/> writes.</summary>
    public static AwsCall Call(string target, string operation, Action<Utf8JsonWriter> write) => Call("application/x-amz-json-1.0", target, operation, write);

    /// <summary>A call of version 1.1.</summary>
    public static AwsCall Call11(string target, string operation, Action<Utf8JsonWriter> write) => Call("application/x-amz-json-1.1", target, operation, write);

    /// <summary>The text at the end of a path of properties; null where there is none.</summary>
    public static string? Text(ReadOnlyMemory<byte> answer, params ReadOnlySpan<string> path)
    {
        using var json = JsonDocument.Parse(answer);
        var element = json.RootElement;
        foreach (var property in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(property, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }

    private static AwsCall Call(string contentType, string target, string operation, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new AwsCall(operation, contentType, body.WrittenSpan.ToArray()) { Target = $"{target}.{operation}" };
    }

    protected override (string Code, string Message) Error(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var type = Text(json.RootElement, "__type");
            var message = Text(json.RootElement, "message") is { Length: > 0 } lower ? lower : Text(json.RootElement, "Message");
            return (type[(type.LastIndexOf('#') + 1)..], message);
        }
        catch (JsonException)
        {
            // A proxy on the way may answer with anything; the status tells the rest.
            return ("", "The answer is not JSON.");
        }
    }

    private static string Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}
