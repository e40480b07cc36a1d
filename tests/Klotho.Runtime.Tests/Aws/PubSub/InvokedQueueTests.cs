using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Aws.Lambda;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// Messages that Lambda hands over. Its part is played here: it receives, hands over, and deletes all that the answer does not name; what that
/// names it shows again. The queues are fauxqs's.
/// </summary>
public sealed class InvokedQueueTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IDisposable
{
    private const int MaxAttempts = 2;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<(string Handler, string Note, int Attempt)> _handled = new();
    private readonly MessagingSetup _setup = new(emulators.Address);
    private readonly AwsClients _clients = new();
    private Func<string, MessageContext, Exception?> _failure = (_, _) => null;

    private ISqsClient Sqs => _clients.Sqs(AwsEmulators.Region);

    public void Dispose()
    {
        _setup.Dispose();
        _clients.Dispose();
    }

    [Fact]
    public async Task What_fails_for_the_last_time_is_a_dead_letter_with_its_reason()
    {
        var arn = await _setup.QueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle");
        _failure = (_, _) => new FormatException("cannot do it");
        await SendAsync(arn, "one");

        Assert.Equal(1, await InvokeAsync(app, arn));
        Assert.Equal(0, await InvokeAsync(app, arn));

        var letter = Assert.Single(await DeadAsync(arn, "A.Handle"));
        Assert.Equal((MaxAttempts, "System.FormatException: cannot do it", "\"one\""), (letter.Attempts, letter.Reason, Encoding.UTF8.GetString(letter.Payload.Span)));
        Assert.Equal([1, 2], _handled.Select(one => one.Attempt));
        Assert.Equal((0, 0, 0), await _setup.CountAsync(arn));
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_dead_letter_at_once()
    {
        var arn = await _setup.QueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle");
        await _setup.SendAsync(arn, "{}");

        Assert.Equal(0, await InvokeAsync(app, arn));

        var letter = Assert.Single(await DeadAsync(arn, "A.Handle"));
        Assert.Equal(1, letter.Attempts);
        Assert.Contains("cannot be read as String", letter.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_for_later_counts_no_attempt_however_often()
    {
        var arn = await _setup.QueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle");
        _failure = (_, _) => _handled.Count < 4 ? new RetryLaterException("closed", TimeSpan.Zero) : null;
        await SendAsync(arn, "one");

        for (var turn = 0; turn < 4; turn++)
        {
            Assert.Equal(0, await InvokeAsync(app, arn));
        }

        Assert.Equal([1, 1, 1, 1], _handled.Select(one => one.Attempt));
        Assert.Equal((0, 0, 0), await _setup.CountAsync(arn));
    }

    [Fact]
    public async Task A_handler_that_fails_is_tried_again_alone_and_buries_only_its_own()
    {
        var arn = await _setup.QueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle", "B.Handle");
        _failure = (_, context) => context.Handler == "B.Handle" ? new FormatException("not for me") : null;
        await SendAsync(arn, "one");

        Assert.Equal(0, await InvokeAsync(app, arn));
        Assert.Equal(0, await InvokeAsync(app, arn));

        Assert.Equal([("A.Handle", 1), ("B.Handle", 1), ("B.Handle", 2)], _handled.Select(one => (one.Handler, one.Attempt)).Order());
        Assert.Equal(MaxAttempts, Assert.Single(await DeadAsync(arn, "B.Handle", "A.Handle")).Attempts);
        Assert.Empty(await DeadAsync(arn, "A.Handle", "B.Handle"));
    }

    [Fact]
    public async Task In_a_FIFO_queue_what_is_kept_for_later_waits_itself_and_is_a_dead_letter_at_last()
    {
        var arn = await _setup.OrderedQueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle", "B.Handle");
        _failure = (_, context) => context.Handler == "B.Handle" ? new RetryLaterException("closed", TimeSpan.Zero) : null;
        await Sqs.SendInOrderAsync(Sqs.UrlOf(arn), "\"one\""u8.ToArray(), MessageHead.Nothing, new("a", "1"), default);

        Assert.Equal(1, await InvokeAsync(app, arn, showFailed: false));
        Assert.Equal((1, 0, 0), await _setup.CountAsync(arn));
        Assert.Equal(0, await InvokeAsync(app, arn));

        Assert.Equal("Klotho.RetryLaterException: closed", Assert.Single(await DeadAsync(arn, "B.Handle", "A.Handle")).Reason);
        Assert.Equal((0, 0, 0), await _setup.CountAsync(arn));
    }

    [Fact]
    public async Task What_the_process_died_with_each_time_is_a_dead_letter_that_says_so()
    {
        var arn = await _setup.QueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle");
        await SendAsync(arn, "one");
        for (var receipt = 0; receipt < MaxAttempts; receipt++)
        {
            var message = Assert.Single(await Sqs.ReceiveAsync(Sqs.UrlOf(arn), 1, TimeSpan.FromSeconds(20), Long, default));
            await Sqs.ChangeVisibilityAsync(Sqs.UrlOf(arn), message.ReceiptHandle, TimeSpan.Zero, default);
        }

        Assert.Equal(0, await InvokeAsync(app, arn));

        Assert.Empty(_handled);
        Assert.Equal("The process ended while it handled the message, 2 times.", Assert.Single(await DeadAsync(arn, "A.Handle")).Reason);
    }

    [Fact]
    public async Task A_copy_for_a_handler_that_the_unit_no_longer_has_is_a_dead_letter()
    {
        var arn = await _setup.QueueAsync($"notes-{Guid.NewGuid():N}");
        await using var app = await StartAsync(arn, "A.Handle");
        await Sqs.SendAsync(Sqs.UrlOf(arn), "\"one\""u8.ToArray(), new MessageHead("id", "Gone").Write(), TimeSpan.Zero, default);

        Assert.Equal(0, await InvokeAsync(app, arn));

        Assert.Contains("no handler Gone", Assert.Single(await DeadAsync(arn, "Gone")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_queue_for_dead_letters_a_message_stays()
    {
        var arn = await _setup.PlainQueueAsync($"notes-{Guid.NewGuid():N}", []);
        await using var app = await StartAsync(arn, "A.Handle");
        await _setup.SendAsync(arn, "{}");

        Assert.Equal(1, await InvokeAsync(app, arn));

        Assert.Equal((1, 0, 0), await _setup.CountAsync(arn));
    }

    private ValueTask SendAsync(Arn queue, string note) =>
        Sqs.SendAsync(Sqs.UrlOf(queue), JsonSerializer.SerializeToUtf8Bytes(note), MessageHead.Nothing, TimeSpan.Zero, default);

    private async Task<IReadOnlyList<DeadLetter>> DeadAsync(Arn queue, params string[] handlers) =>
        await new DeadLetterQueue(new(() => Sqs, queue), new(QueueEnvelope.Raw, null), handlers).ListAsync(handlers[0], default);

    /// <summary>Hands over what waits; how many messages the answer names.</summary>
    private async Task<int> InvokeAsync(TestApplication app, Arn queue, bool showFailed = true)
    {
        var url = Sqs.UrlOf(queue);
        var messages = await Sqs.ReceiveAsync(url, 10, TimeSpan.FromSeconds(20), Long, default);
        using var batch = JsonDocument.Parse(LambdaEvents.Received(queue, messages));
        var answer = await app.Services.GetRequiredService<SqsInvocations>().HandleAsync(new Invocation("1", DateTimeOffset.MaxValue, null, batch.RootElement), default);
        using var answered = JsonDocument.Parse(answer.Json.GetValueOrDefault());
        var failed = answered.RootElement.GetProperty("batchItemFailures").EnumerateArray().Select(item => item.GetProperty("itemIdentifier").GetString()).ToHashSet();
        foreach (var message in messages)
        {
            if (!failed.Contains(message.Id))
            {
                await Sqs.DeleteAsync(url, message.ReceiptHandle, default);
            }
            else if (showFailed)
            {
                await Sqs.ChangeVisibilityAsync(url, message.ReceiptHandle, TimeSpan.Zero, default);
            }
        }

        return failed.Count;
    }

    private Task<TestApplication> StartAsync(Arn queue, params string[] handlers) => TestApplication.StartAsync(
        [new TopicDeclaration<string>("notes"), new UnitDeclaration<Reader>("reading"), .. handlers.Select(Subscribe)],
        new() { ["Klotho:Subscriptions:notes"] = $"sqs://{queue}", ["Klotho:PubSub:notes"] = "sns://arn:aws:sns:eu-central-1:000000000000:notes", ["Klotho:MaxAttempts:notes"] = $"{MaxAttempts}" },
        builder =>
        {
            builder.Services.AddSingleton(this);
            builder.AddKlothoAws();
            builder.Services.AddSingleton(new TriggeringHost());
            builder.Services.AddSingleton<SqsInvocations>();
        },
        options: options => options.RetryDelays = [TimeSpan.Zero],
        environment: "Development");

    private static SubscriptionDeclaration<Reader, string> Subscribe(string handler) =>
        new("notes", "reading", handler, static (reader, note, context, _) => reader.Handle(note, context));

    /// <summary>A subscriber.</summary>
    internal sealed class Reader(InvokedQueueTests test)
    {
        public ValueTask Handle(string note, MessageContext context)
        {
            test._handled.Enqueue((context.Handler, note, context.Attempt));
            return test._failure(note, context) is { } failure ? throw failure : ValueTask.CompletedTask;
        }
    }
}
