using System.Text;
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
    private const string Claim = "klotho:claim:";
    private const string Filter = "klotho:filter:";
    private const string Parent = $"klotho:{TraceContext.ParentName}:";
    private const string State = $"klotho:{TraceContext.StateName}:";

    /// <summary>What travels with a message: all of it, or what fits into a number of bytes. The trace is left out first.</summary>
    public static IReadOnlyList<string> Of(OutgoingMessage message, string? claim, int room)
    {
        string[] named = [Id + message.Id, .. Marked(Schema, message.Schema), .. Marked(Claim, claim), .. Marked(Filter, message.Filter)];
        string[] traced = [.. named, .. Marked(Parent, message.Trace?.Parent), .. Marked(State, message.Trace?.State)];
        return new[] { traced, named }.FirstOrDefault(marks => marks.Sum(Encoding.UTF8.GetByteCount) <= room) ?? [];
    }

    /// <summary>What is known of an event; <paramref name="id"/> is its own id, for one that has no mark of ours.</summary>
    public static SentMessage Read(JsonElement json, string id)
    {
        var marks = JsonText.Find(json, "resources") is { ValueKind: JsonValueKind.Array } resources
            ? resources.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString() ?? "").ToList()
            : [];
        return new(Find(Id) ?? id, Find(Schema), TraceContext.Of(Find(Parent), Find(State)), Find(Claim));

        string? Find(string mark) => marks.FirstOrDefault(each => each.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..];
    }

    private static IEnumerable<string> Marked(string mark, string? value) => value is null ? [] : [mark + value];
}
