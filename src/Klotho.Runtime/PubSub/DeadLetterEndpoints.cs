using System.Text.Json;
using Klotho.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Wiring;

/// <summary>
/// Shows the dead letters and puts them back, to operators.
/// </summary>
internal sealed class DeadLetterEndpoints(
    IEnumerable<TopicSubscriber> subscribers, IEnumerable<SubscriberPayload> payloads, PayloadSerializer serializer, ResourceBindings bindings, OperatorAccess access)
{
    // A list may be long, and each payload large: it is written while it is read.
    private const int MostPending = 64 * 1024;

    private int _mapped;

    /// <summary>Maps the endpoints, for the first of the subscriptions that ask.</summary>
    public void MapOnce(WebApplication app)
    {
        if (Interlocked.Exchange(ref _mapped, 1) == 0)
        {
            app.MapGet("/_klotho/dead-letters", (RequestDelegate)ListAsync).AllowAnonymous();
            app.MapPost("/_klotho/dead-letters/{topic}/{subscriber}/redrive", (RequestDelegate)RedriveAsync).AllowAnonymous();
        }
    }

    private async Task ListAsync(HttpContext context)
    {
        if (!access.Allows(context))
        {
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.Body);
        json.WriteStartArray();
        foreach (var subscriber in subscribers.Where(IsBound).Distinct().OrderBy(subscriber => subscriber.Topic, StringComparer.Ordinal)
            .ThenBy(subscriber => subscriber.Name, StringComparer.Ordinal))
        {
            await foreach (var letter in Driver(context, subscriber).DeadLettersAsync(subscriber.Name, context.RequestAborted))
            {
                Write(json, subscriber, letter);
                if (json.BytesPending > MostPending)
                {
                    await json.FlushAsync(context.RequestAborted);
                }
            }

            await json.FlushAsync(context.RequestAborted);
        }

        json.WriteEndArray();
    }

    private async Task RedriveAsync(HttpContext context)
    {
        if (!access.Allows(context))
        {
            return;
        }

        var (topic, name) = (context.Request.RouteValues["topic"] as string, context.Request.RouteValues["subscriber"] as string);
        if (subscribers.FirstOrDefault(subscriber => subscriber.Topic == topic && subscriber.Name == name) is not { } asked || !IsBound(asked))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var count = await Driver(context, asked).RedriveAsync(asked.Name, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.Body);
        json.WriteStartObject();
        json.WriteNumber("redriven", count);
        json.WriteEndObject();
    }

    // A deployed process has no part in the topics of others.
    private bool IsBound(TopicSubscriber subscriber) => bindings.Find(subscriber.Topic, TopicServices.Sections) is not null;

    private static ITopicDriver Driver(HttpContext context, TopicSubscriber subscriber) =>
        context.RequestServices.GetRequiredKeyedService<ITopicDriver>(subscriber.Topic);

    private void Write(Utf8JsonWriter json, TopicSubscriber subscriber, DeadLetter letter)
    {
        var redaction = payloads.First(payload => payload.Subscriber == subscriber).RedactionOf(serializer);
        json.WriteStartObject();
        json.WriteString("topic", subscriber.Topic);
        json.WriteString("subscriber", subscriber.Name);
        json.WriteString("messageId", letter.MessageId);
        json.WriteNumber("attempts", letter.Attempts);
        json.WriteString("reason", redaction.Redact(letter.Reason, letter.Payload));
        json.WriteString("at", letter.At);
        json.WriteString("schema", letter.Schema);
        json.WriteString("payload", redaction.Show(letter.Payload));
        json.WriteEndObject();
    }
}
