using System.Text;
using System.Text.Json;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>What the function answered an invocation with.</summary>
/// <param name="Failed">Whether it failed the invocation.</param>
/// <param name="Json">The answer.</param>
internal sealed record LambdaResult(bool Failed, JsonElement Json)
{
    public int Status => Json.GetProperty("statusCode").GetInt32();

    public byte[] Bytes => Json.GetProperty("isBase64Encoded").GetBoolean()
        ? Json.GetProperty("body").GetBytesFromBase64()
        : Encoding.UTF8.GetBytes(Json.GetProperty("body").GetString() ?? "");

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>The values of a header in an answer to a load balancer.</summary>
    public IEnumerable<string?> Values(string name) =>
        Json.GetProperty("multiValueHeaders").GetProperty(name).EnumerateArray().Select(value => value.GetString());

    public string? Header(string name) => Json.GetProperty("headers").TryGetProperty(name, out var value) ? value.GetString() : null;
}
