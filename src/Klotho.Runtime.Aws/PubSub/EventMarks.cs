using System.Text.Json;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// What travels with an event beside its detail, which is the message and nothing else: entries of its <c>resources</c>, which Amazon EventBridge
/// hands on as they are (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html, 2026-11-22).
/// </summary>
internal static class EventMarks
{
    private const string Id = "klotho:id:";
    private const string Schema = "klotho:schema:";

    public static IReadOnlyList<string> Of(OutgoingMessage message) =>
        message.Schema is null ? [Id + message.Id] : [Id + message.Id, Schema + message.Schema];

    public static (string? Id, string? Schema) Read(JsonElement json)
    {
        var marks = JsonText.Find(json, "resources") is { ValueKind: JsonValueKind.Array } resources
            ? resources.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString() ?? "").ToList()
            : [];
        return (Find(Id), Find(Schema));

        string? Find(string mark) => marks.FirstOrDefault(each => each.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..];
    }
}
