using System.Collections.Concurrent;
using System.Text.Json;
using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Several handlers of a message that invokes the function itself, and a payload that waits in a bucket. S3 is fauxqs's.</summary>
public sealed class DirectDeliveryTests : IClassFixture<AwsEmulators>, IDisposable
{
    private readonly string _bucket = $"direct-{Guid.NewGuid():N}";
    private readonly AwsClients _clients = new();
    private readonly ConcurrentQueue<(string Handler, string Id, int Length)> _handled = new();
    private Func<MessageContext, Exception?> _failure = _ => null;

    [Fact]
    public async Task One_handlers_failure_keeps_the_message_from_no_other()
    {
        await using var app = await StartAsync($"sns://{LambdaEvents.Topic}");
        _failure = context => context.Handler == "A.Handle" ? new FormatException("not this one") : null;
        await Assert.ThrowsAsync<FormatException>(() => InvokeAsync(app, LambdaEvents.Notification("m1", "\"note\"")));
        Assert.Equal([("A.Handle", "m1", 4), ("B.Handle", "m1", 4)], _handled.Order());

        _failure = context => new FormatException(context.Handler);
        var both = await Assert.ThrowsAsync<AggregateException>(() => InvokeAsync(app, LambdaEvents.Notification("m2", "\"note\"")));
        Assert.Equal(["A.Handle", "B.Handle"], both.InnerExceptions.Select(each => each.Message));
    }

    [Fact]
    public async Task A_payload_that_was_too_large_comes_from_the_bucket()
    {
        await _clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = _bucket });
        await _clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = "of/notes/m1", ContentBody = $"\"{new string('x', 300_000)}\"" });

        await using (var topic = await StartAsync($"sns://{LambdaEvents.Topic}?claims={_bucket}/of"))
        {
            await InvokeAsync(topic, LambdaEvents.Notification("sns-1", "{}", ("klotho-id", "m1"), ("klotho-claim", "notes/m1")));
        }

        await using var bus = await StartAsync($"eventbridge://{LambdaEvents.Bus}&claims={_bucket}/of");
        await InvokeAsync(bus, LambdaEvents.Event("e1", "notes", "{}", "klotho:id:m1", "klotho:claim:notes/m1"));

        Assert.Equal([("A.Handle", "m1", 300_000), ("A.Handle", "m1", 300_000), ("B.Handle", "m1", 300_000), ("B.Handle", "m1", 300_000)], _handled.Order());
    }

    public void Dispose() => _clients.Dispose();

    private static async Task InvokeAsync(TestApplication app, string invoked)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(invoked);
        var delivery = ActivatorUtilities.CreateInstance<DirectDelivery>(app.Services);
        IInvocationHandler[] handlers = [new SnsInvocations(delivery), new EventInvocations(delivery)];
        await handlers.Single(handler => handler.Takes(json)).HandleAsync(new Invocation("1", DateTimeOffset.MaxValue, null, json), CancellationToken.None);
    }

    private Task<TestApplication> StartAsync(string subscription) => TestApplication.StartAsync(
        [new TopicDeclaration<string>("notes"), new UnitDeclaration<Reader>("reading"), Subscribe("A.Handle"), Subscribe("B.Handle")],
        new() { ["Klotho:Unit"] = "reading", ["Klotho:Subscriptions:notes"] = subscription },
        builder =>
        {
            builder.Services.AddSingleton(this).AddSingleton<TriggeringHost>();
            builder.AddKlothoAws();
        });

    private static SubscriptionDeclaration<Reader, string> Subscribe(string handler) =>
        new("notes", "reading", handler, static (reader, note, context, _) => reader.HandleAsync(note, context));

    /// <summary>A subscriber.</summary>
    internal sealed class Reader(DirectDeliveryTests test)
    {
        public ValueTask HandleAsync(string note, MessageContext context)
        {
            test._handled.Enqueue((context.Handler, context.MessageId, note.Length));
            return test._failure(context) is { } failure ? ValueTask.FromException(failure) : ValueTask.CompletedTask;
        }
    }
}
