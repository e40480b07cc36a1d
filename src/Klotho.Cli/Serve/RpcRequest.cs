using System.Text.Json;

namespace Klotho.Cli.Serve;

/// <summary>A message of the client.</summary>
/// <param name="Id">What the answer is to carry; null for a notification, which gets none.</param>
/// <param name="Method">What is asked for.</param>
/// <param name="Parameters">With what.</param>
internal sealed record RpcRequest(JsonElement? Id, string Method, JsonElement? Parameters)
{
    /// <summary>The request, or the error with which to answer.</summary>
    public static (RpcRequest? Request, RpcError? Error) Parse(byte[] message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement.Clone();
            return root is { ValueKind: JsonValueKind.Object } && root.TryGetProperty("method", out var method) && method.ValueKind == JsonValueKind.String
                ? (new(Member(root, "id"), method.GetString() ?? "", Member(root, "params")), null)
                : (null, new(RpcError.InvalidRequest, "A message is an object with a method."));
        }
        catch (JsonException mistake)
        {
            return (null, new(RpcError.NotJson, mistake.Message));
        }
    }

    /// <summary>A parameter that is a text; null where there is none.</summary>
    public string? Text(string name) =>
        Parameters is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Member(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value : null;
}
