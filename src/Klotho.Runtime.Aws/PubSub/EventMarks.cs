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
    private const string Parent = $"klotho:{TraceContext.ParentName}:";
    private const string State = $"klotho:{TraceContext.StateName}:";

    /// <summary>What travels with a message: all of it, or what fits into a number of bytes. The trace is left out first.</summary>
    public static IReadOnlyList<string> Of(OutgoingMessage message, int room)
    {
        string[] named = message.Schema is null ? [Id + message.Id] : [Id + message.Id, Schema + message.Schema];
        string[] traced = message.Trace switch
        {
            null => named,
            { State: null } trace => [.. named, Parent + trace.Parent],
            { State: { } state } trace => [.. named, Parent + trace.Parent, State + state],
        };
        return new[] { traced, named }.FirstOrDefault(marks => marks.Sum(Encoding.UTF8.GetByteCount) <= room) ?? [];
    }

    public static (string? Id, string? Schema, TraceContext? Trace) Read(JsonElement json)
    {
        var marks = JsonText.Find(json, "resources") is { ValueKind: JsonValueKind.Array } resources
            ? resources.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(each => each.GetString() ?? "").ToList()
            : [];
        return (Find(Id), Find(Schema), TraceContext.Of(Find(Parent), Find(State)));

        string? Find(string mark) => marks.FirstOrDefault(each => each.StartsWith(mark, StringComparison.Ordinal))?[mark.Length..];
    }
}
