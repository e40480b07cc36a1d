using System.Buffers;
using System.Text.Json;

namespace Klotho.Wiring;

/// <summary>How a failed call is told: never with a stack trace.</summary>
/// <param name="Code">One of the codes of <see cref="UnitCallException"/>.</param>
/// <param name="Message">What happened.</param>
/// <param name="Type">The full name of the exception that the method threw, where it did.</param>
internal sealed record UnitCallError(string Code, string Message, string? Type)
{
    public ReadOnlyMemory<byte> Write()
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("type", Type);
            json.WriteString("message", Message);
            json.WriteString("code", Code);
            json.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    /// <summary>The error as the caller meets it.</summary>
    public UnitCallException ToException(UnitCall call) => new($"{call.Method} of unit '{call.Unit}': {Message}", Code, Type);

    /// <summary>Reads an error; null where the text is none.</summary>
    public static UnitCallError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && Text(json.RootElement, "code") is { } code
                ? new UnitCallError(code, Text(json.RootElement, "message") ?? "", Text(json.RootElement, "type"))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string property) =>
        root.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
