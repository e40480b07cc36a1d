using System.Text.Json;

namespace Klotho.Cli.Serve;

/// <summary>Writes messages to the client as JSON-RPC 2.0 has them.</summary>
internal static class RpcText
{
    public static byte[] Answer(JsonElement? id, RpcAnswer answer) => Of(json =>
    {
        json.WriteString("jsonrpc", "2.0");
        json.WritePropertyName("id");
        if (id is { } known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        if (answer.Result is { } result)
        {
            json.WriteStartObject("result");
            result(json);
            json.WriteEndObject();
        }
        else if (answer.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteNumber("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("result");
        }
    });

    /// <param name="method">What it says.</param>
    /// <param name="parameters">With what: an object as JSON.</param>
    public static byte[] Notification(string method, byte[] parameters) => Of(json =>
    {
        json.WriteString("jsonrpc", "2.0");
        json.WriteString("method", method);
        json.WritePropertyName("params");
        json.WriteRawValue(parameters);
    });

    /// <summary>An object with the members that are written.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
