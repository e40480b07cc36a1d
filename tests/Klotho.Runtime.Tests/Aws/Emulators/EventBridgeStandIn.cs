using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// A stand-in for Amazon EventBridge, of which no emulator is at hand: it takes <c>PutEvents</c> as its API reference describes it,
/// matches rules by source and detail type, and puts events into queues of fauxqs in the documented structure. It shows that the
/// driver keeps to what is written there (read 2026-11-22), and no more.
/// </summary>
internal sealed class EventBridgeStandIn
{
    private const int Limit = 256 * 1024;

    private static readonly Lazy<Task<EventBridgeStandIn>> Started = new(StartAsync);

    private readonly ConcurrentDictionary<string, (string Source, string DetailType, IReadOnlyList<Arn> Queues)> _rules = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _refusals = new(StringComparer.Ordinal);
    private MessagingSetup? _queues;

    /// <summary>The one of this process, where the SDK finds it.</summary>
    public static async Task<EventBridgeStandIn> OfAsync(AwsEmulators emulators)
    {
        var standIn = await Started.Value;
        standIn._queues ??= new MessagingSetup(emulators.Address);
        return standIn;
    }

    /// <summary>A bus with a rule for each queue, as <c>eventbridge</c> makes them.</summary>
    public Arn Bus(string name, string source, string detailType, params IReadOnlyList<Arn> queues)
    {
        var bus = MessagingSetup.ArnOf("events", $"event-bus/{name}");
        _rules[bus.Text] = (source, detailType, queues);
        return bus;
    }

    /// <summary>Has the bus not take its next entries, for these reasons in turn.</summary>
    public void Refuse(Arn bus, params IEnumerable<string> codes) => _refusals[bus.Text] = new(codes);

    private static async Task<EventBridgeStandIn> StartAsync()
    {
        var standIn = new EventBridgeStandIn();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/", standIn.PutEventsAsync);
        await app.StartAsync();
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_EVENTBRIDGE", app.Urls.Single());
        return standIn;
    }

    private async Task PutEventsAsync(HttpContext context)
    {
        var request = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var signed = context.Request.Headers.Authorization.ToString().Contains($"/{AwsEmulators.Region}/events/aws4_request", StringComparison.Ordinal);
        if (context.Request.Headers["X-Amz-Target"] != "AWSEvents.PutEvents" || context.Request.ContentType != "application/x-amz-json-1.1" ||
            !signed || request?["Entries"] is not JsonArray { Count: >= 1 and <= 10 } entries)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("""{"__type":"ValidationException","message":"This is no PutEvents."}""");
            return;
        }

        var results = new JsonArray();
        foreach (var entry in entries.OfType<JsonObject>())
        {
            results.Add(await PutAsync(entry));
        }

        context.Response.ContentType = "application/x-amz-json-1.1";
        var failed = results.Count(result => result?["ErrorCode"] is not null);
        await context.Response.WriteAsync(new JsonObject { ["FailedEntryCount"] = failed, ["Entries"] = results }.ToJsonString());
    }

    private async Task<JsonObject> PutAsync(JsonObject entry)
    {
        string Text(string name) => entry[name]?.GetValue<string>() ?? "";
        var (bus, source, type, detail) = (Text("EventBusName"), Text("Source"), Text("DetailType"), Text("Detail"));
        var resources = entry["Resources"] as JsonArray ?? [];
        var size = Encoding.UTF8.GetByteCount(source) + Encoding.UTF8.GetByteCount(type) + Encoding.UTF8.GetByteCount(detail) +
            resources.Sum(resource => Encoding.UTF8.GetByteCount(resource?.GetValue<string>() ?? ""));
        if (size >= Limit)
        {
            return Error("ValidationException", "Total size of the entry is over the limit.");
        }

        if (Parse(detail) is not JsonObject parsed)
        {
            return Error("MalformedDetail", "Detail is malformed.");
        }

        if (!_rules.TryGetValue(bus, out var rule))
        {
            return Error("ResourceNotFoundException", $"Event bus {bus} does not exist.");
        }

        if (_refusals.TryGetValue(bus, out var refusals) && refusals.TryDequeue(out var refusal))
        {
            return Error(refusal, "Not now.");
        }

        var id = Guid.NewGuid().ToString();
        if ((rule.Source, rule.DetailType) == (source, type))
        {
            var text = Envelope(id, source, type, parsed, resources).ToJsonString();
            foreach (var queue in rule.Queues)
            {
                await (_queues ?? throw new InvalidOperationException("No queues.")).SendAsync(queue, text);
            }
        }

        return new JsonObject { ["EventId"] = id };
    }

    // docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html
    private static JsonObject Envelope(string id, string source, string type, JsonObject detail, JsonArray resources) => new()
    {
        ["version"] = "0",
        ["id"] = id,
        ["detail-type"] = type,
        ["source"] = source,
        ["account"] = AwsEmulators.Account,
        ["time"] = "2026-11-22T00:00:00Z",
        ["region"] = AwsEmulators.Region,
        ["resources"] = resources.DeepClone(),
        ["detail"] = detail,
    };

    private static JsonObject Error(string code, string message) => new() { ["ErrorCode"] = code, ["ErrorMessage"] = message };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
