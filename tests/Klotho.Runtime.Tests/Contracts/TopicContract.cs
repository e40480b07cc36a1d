using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Observing;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every topic does, whatever carries its messages. Runs whole applications.</summary>
public abstract class TopicContract
{
    private readonly ConcurrentQueue<(string Handler, MessageContext Context, Note Note)> _handled = new();
    private Func<Note, MessageContext, CancellationToken, Task> _handle = (_, _, _) => Task.CompletedTask;

    /// <summary>The settings that choose the driver.</summary>
    protected abstract Dictionary<string, string?> Settings { get; }

    /// <summary>What traces call the technology that is published to, and the one that is received from.</summary>
    protected virtual (string Publishing, string Receiving) Systems => ("memory", "memory");

    /// <summary>The largest message that the driver takes, in bytes.</summary>
    protected virtual int MostBytes => 256 * 1024;

    /// <summary>Adds the driver, if it is not one of the runtime's own.</summary>
    protected virtual void Configure(IHostApplicationBuilder builder)
    {
    }

    /// <summary>Handles a message; where messages come more than once without a fault of the handler, only once.</summary>
    protected virtual async ValueTask HandleAsync(MessageContext context, Func<ValueTask> handle) => await handle();

    [Fact]
    public async Task Each_subscriber_gets_each_message_as_an_instance_of_its_own()
    {
        await using var app = await StartAsync();
        var note = new Note("hello", ["x"]);

        await app.Keyed<ITopic<Note>>("notes").PublishAsync(note);
        note.Words.Add("later");
        await Eventually.IsTrue(() => _handled.Count == 2, "both subscribers have the message");

        Assert.Equal(["Reader.First", "Reader.Second"], _handled.Select(one => one.Handler).Order());
        Assert.All(_handled, one => Assert.Equal(["x"], one.Note.Words));
        Assert.All(_handled, one => Assert.Equal(("notes", 1), (one.Context.Topic, one.Context.Attempt)));
        Assert.Single(_handled.Select(one => one.Context.MessageId).Distinct());
        Assert.Equal(2, _handled.Select(one => one.Note).Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public async Task A_handler_that_takes_only_some_messages_is_called_for_no_other()
    {
        await using var app = await StartAsync(only: new(static note => note.Text, "paid", "sent", ""));
        var topic = app.Keyed<ITopic<Note>>("notes");

        foreach (var text in new[] { "made", "paid", "Paid", "", "sent", "paid" })
        {
            await topic.PublishAsync(new Note(text, []));
        }

        await Eventually.IsTrue(() => _handled.Count >= 9, "both handlers have their messages");

        Assert.Equal(["", "Paid", "made", "paid", "paid", "sent"], TextsOf("Reader.Second"));
        Assert.Equal(["paid", "paid", "sent"], TextsOf("Reader.First"));

        string[] TextsOf(string handler) => [.. _handled.Where(one => one.Handler == handler).Select(one => one.Note.Text).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_thousand_messages_arrive_each_once_when_nothing_fails()
    {
        await using var app = await StartAsync();
        var topic = app.Keyed<ITopic<Note>>("notes");

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (number, cancel) => await topic.PublishAsync(new Note($"{number}", []), cancel));
        await Eventually.IsTrue(() => _handled.Count >= 1000, "all messages are handled");

        Assert.Equal(1000, _handled.Select(one => (one.Handler, one.Note.Text)).Distinct().Count());
        Assert.Equal(1000, _handled.Count);
    }

    [Fact]
    public async Task Many_messages_at_once_arrive_each_once()
    {
        await using var app = await StartAsync(first: true);
        var topic = app.Keyed<ITopic<Note>>("notes");

        // More than a request holds anywhere, by number and by size.
        string[] texts = [.. Enumerable.Range(0, 25).Select(number => $"{number}"), .. Enumerable.Range(0, 4).Select(number => $"{number}{new string('x', 100_000)}")];
        await topic.PublishManyAsync(texts.Select(text => new Note(text, [])));
        await topic.PublishManyAsync([]);
        await Eventually.IsTrue(() => _handled.Count >= texts.Length, "all messages are handled");

        Assert.Equal(texts.Order(), _handled.Select(one => one.Note.Text).Order());
        Assert.Equal(texts.Length, _handled.Select(one => one.Context.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Of_many_messages_none_is_published_where_one_cannot_be_or_the_publish_is_cancelled()
    {
        await using var app = await StartAsync(first: true);
        var topic = app.Keyed<ITopic<Note>>("notes");

        await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await topic.PublishManyAsync([new Note("never", []), new Note(new string('x', MostBytes), [])]));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await topic.PublishManyAsync([new Note("never", []), new Note("never", [])], new CancellationToken(true)));
        await topic.PublishAsync(new Note("after", []));
        await Eventually.IsTrue(() => !_handled.IsEmpty, "the message after it arrived");

        Assert.Equal(["after"], _handled.Select(one => one.Note.Text));
    }

    [Fact]
    public async Task A_failing_message_is_tried_again_and_keeps_its_id()
    {
        _handle = (_, context, _) => context.Attempt < 3 ? throw new FormatException("not yet") : Task.CompletedTask;
        await using var app = await StartAsync(first: true);

        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("a", []));
        await Eventually.IsTrue(() => _handled.Count == 3, "the third attempt ran");

        Assert.Equal([1, 2, 3], _handled.Select(one => one.Context.Attempt));
        Assert.Single(_handled.Select(one => one.Context.MessageId).Distinct());
        Assert.Equal("[]", await app.Http.GetStringAsync("/_klotho/dead-letters"));
    }

    [Fact]
    public async Task A_message_that_always_fails_becomes_a_dead_letter_and_can_be_redriven()
    {
        var mended = false;
        _handle = (_, _, _) => mended ? Task.CompletedTask : throw new FormatException("cannot read it");
        await using var app = await StartAsync(first: true);

        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("a", []));
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");
        var letters = await app.Http.GetStringAsync("/_klotho/dead-letters");
        Assert.Contains("\"subscriber\":\"Reader.First\"", letters, StringComparison.Ordinal);
        Assert.Contains("\"attempts\":5", letters, StringComparison.Ordinal);
        Assert.Contains("System.FormatException: cannot read it", letters, StringComparison.Ordinal);
        Assert.Contains($"\"schema\":\"{PayloadSchema.VersionOf(JsonSerializerOptions.Web.GetTypeInfo(typeof(Note)))}\"", letters, StringComparison.Ordinal);
        Assert.Equal(5, _handled.Count);

        mended = true;
        using var redriven = await app.Http.PostAsync("/_klotho/dead-letters/notes/Reader.First/redrive", null);
        await Eventually.IsTrue(() => _handled.Count == 6, "the message is handled again");

        Assert.Equal("{\"redriven\":1}", await redriven.Content.ReadAsStringAsync());
        Assert.Equal(1, _handled.Last().Context.Attempt);
        Assert.Equal("[]", await app.Http.GetStringAsync("/_klotho/dead-letters"));
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_becomes_a_dead_letter_that_says_why_and_stops_no_other()
    {
        await using var app = await StartAsync(first: true);

        await app.Keyed<ITopicDriver>("notes").PublishAsync(new("{\"text\":7"u8.ToArray()), default);
        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("after", []));
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");

        Assert.Contains("System.Text.Json.JsonException", await app.Http.GetStringAsync("/_klotho/dead-letters"), StringComparison.Ordinal);
        await Eventually.IsTrue(() => !_handled.IsEmpty, "the message after it arrived");
        Assert.Equal(["after"], _handled.Select(one => one.Note.Text));
    }

    [Fact]
    public async Task A_message_of_another_version_is_read_where_it_can_be_and_else_a_dead_letter_at_once()
    {
        await using var app = await StartAsync(first: true);
        var driver = app.Keyed<ITopicDriver>("notes");

        await driver.PublishAsync(new("{\"text\":\"later\",\"words\":[],\"urgent\":true}"u8.ToArray()) { Schema = "00000000000000b2" }, default);
        await driver.PublishAsync(new("{\"text\":\"other\",\"words\":{\"first\":\"x\"}}"u8.ToArray()) { Schema = "00000000000000c3" }, default);
        await Eventually.IsTrueAsync(async () => !_handled.IsEmpty && await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "both have come");
        var letters = await app.Http.GetStringAsync("/_klotho/dead-letters");

        Assert.Equal(["later"], _handled.Select(one => one.Note.Text));
        Assert.Contains("written with schema 00000000000000c3, cannot be read as Note of schema ", letters, StringComparison.Ordinal);
        Assert.Contains("$.words", letters, StringComparison.Ordinal);
        Assert.Contains("\"attempts\":1,", letters, StringComparison.Ordinal);
        Assert.Contains("\"schema\":\"00000000000000c3\"", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_goes_on_with_the_trace_that_its_message_was_published_in()
    {
        using var heard = new Heard();
        var mended = false;
        _handle = (_, _, _) => mended ? Task.CompletedTask : throw new FormatException("cannot read it");
        await using var app = await StartAsync(first: true, options => options.MaxAttempts = 2);

        using var request = new Activity("request") { TraceStateString = "vendor=1" }.Start();
        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("a", []));
        request.Stop();
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");
        mended = true;
        using var redriven = await app.Http.PostAsync("/_klotho/dead-letters/notes/Reader.First/redrive", null);
        await Eventually.IsTrue(() => Told("deliver pubsub:notes").Count >= 3, "the redriven message is handled");

        var publish = Assert.Single(Told("publish pubsub:notes"));
        Assert.Equal((request.SpanId, Systems.Publishing), (publish.ParentSpanId, publish.GetTagItem("messaging.system")));
        Assert.All(Told("deliver pubsub:notes"), attempt => Assert.Equal(
            (publish.SpanId, "vendor=1", "notes", "process", Systems.Receiving),
            (attempt.ParentSpanId, attempt.TraceStateString, attempt.GetTagItem("messaging.destination.name"), attempt.GetTagItem("messaging.operation.type"), attempt.GetTagItem("messaging.system"))));

        List<Activity> Told(string name) => [.. heard.Activities.Where(one => one.OperationName == name && one.TraceId == request.TraceId)];
    }

    [Fact]
    public async Task A_handler_that_cancels_itself_has_failed()
    {
        _handle = (_, _, _) => throw new TaskCanceledException("the other side timed out");
        await using var app = await StartAsync(first: true, options => options.MaxAttempts = 2);

        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("a", []));
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");

        Assert.Equal([1, 2], _handled.Select(one => one.Context.Attempt));
    }

    [Fact]
    public async Task A_message_kept_for_later_counts_no_attempt()
    {
        var tries = 0;
        _handle = (_, _, _) => Interlocked.Increment(ref tries) <= 7
            ? throw new RetryLaterException("tesseract is missing", TimeSpan.FromMilliseconds(5))
            : Task.CompletedTask;
        await using var app = await StartAsync(first: true);

        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("a", []));
        await Eventually.IsTrue(() => _handled.Count == 8, "the eighth delivery ran");

        Assert.All(_handled, one => Assert.Equal(1, one.Context.Attempt));
        Assert.Contains(app.Log.Lines, line => line.Contains("tesseract is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_more_than_the_allowed_number_is_handled_at_once()
    {
        var (running, most) = (0, 0);
        _handle = async (_, _, cancel) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);

            // The first ones wait for each other: messages may come slower than they are handled.
            for (var waits = 0; Volatile.Read(ref most) < 3 && waits < 500; waits++)
            {
                await Task.Delay(10, cancel);
            }

            await Task.Delay(20, cancel);
            Interlocked.Decrement(ref running);
        };
        await using var app = await StartAsync(first: true, options => options.Concurrency = 3);

        for (var number = 0; number < 20; number++)
        {
            await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note($"{number}", []));
        }

        await Eventually.IsTrue(() => _handled.Count == 20 && running == 0, "all are handled");

        Assert.Equal(3, most);
    }

    [Fact]
    public async Task Stopping_finishes_what_is_in_flight()
    {
        var (started, finished) = (0, 0);
        _handle = async (_, _, cancel) =>
        {
            Interlocked.Increment(ref started);
            await Task.Delay(300, cancel);
            Interlocked.Increment(ref finished);
        };
        await using var app = await StartAsync(first: true);
        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("a", []));
        await app.Keyed<ITopic<Note>>("notes").PublishAsync(new Note("b", []));
        await Eventually.IsTrue(() => started == 2, "both have begun");

        await app.StopAsync();

        Assert.Equal(2, finished);
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_and_one_at_it_arrives()
    {
        await using var app = await StartAsync(first: true);
        var topic = app.Keyed<ITopic<Note>>("notes");

        // {"text":"…","words":[]} is 22 bytes beside the text. A trace must not push it over.
        using var request = new Activity("request").Start();
        var longest = new string('x', MostBytes - 22);
        await topic.PublishAsync(new Note(longest, []));
        var over = await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await topic.PublishAsync(new Note(longest + "x", [])));
        await Eventually.IsTrue(() => _handled.Count == 1, "the message at the limit arrived");

        Assert.Contains("262144", over.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_publish_publishes_nothing()
    {
        await using var app = await StartAsync(first: true);
        var topic = app.Keyed<ITopic<Note>>("notes");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await topic.PublishAsync(new Note("never", []), new CancellationToken(true)));
        await topic.PublishAsync(new Note("after", []));
        await Eventually.IsTrue(() => !_handled.IsEmpty, "the message after it arrived");

        Assert.Equal(["after"], _handled.Select(one => one.Note.Text));
    }

    [Fact]
    public async Task Messages_of_one_key_are_handled_once()
    {
        var asked = 0;
        _handle = (_, context, _) => context.Attempt == 1 ? throw new FormatException("once more") : Task.CompletedTask;
        await using var app = await StartAsync(first: true, once: new HandledOnce<Note>("reading-inbox", note =>
        {
            Interlocked.Increment(ref asked);
            return note.Text;
        }));
        var topic = app.Keyed<ITopic<Note>>("notes");

        foreach (var text in new[] { "a/1", "b", "a/1", "a/1", "b" })
        {
            await topic.PublishAsync(new Note(text, []));
        }

        // Each delivery asks for its key: all five have come, and the first of each key twice.
        await Eventually.IsTrue(() => asked >= 7 && _handled.Count(one => one.Context.Attempt > 1) == 2, "all have been delivered");
        await app.StopAsync();

        Assert.Equal(["a/1", "b"], _handled.Where(one => one.Context.Attempt > 1).Select(one => one.Note.Text).Order());
        Assert.Equal(["a%2F1", "b"], (await app.Keyed<IKeyValueStore<HandledMessage>>("reading-inbox").ScanAsync().ToListAsync()).Select(entry => entry.Key.Split('/')[0]).Order());
    }

    private Task<TestApplication> StartAsync(bool first = false, Action<KlothoOptions>? configure = null, HandledOnce<Note>? once = null, HandledOnly<Note>? only = null)
    {
        Declaration[] declarations =
        [
            new TopicDeclaration<Note>("notes") { FilteredBy = only is null ? null : static note => note.Text },
            new UnitDeclaration<Reader>("reading"),
            new KeyValueDeclaration<HandledMessage>("reading-inbox"),
            Subscribe("Reader.First", once, only),
            .. first ? Array.Empty<Declaration>() : [Subscribe("Reader.Second")],
        ];
        return TestApplication.StartAsync(
            declarations,
            Settings,
            builder =>
            {
                builder.Services.AddSingleton(this);
                Configure(builder);
            },
            options: options =>
            {
                options.RetryDelays = [TimeSpan.FromMilliseconds(5)];
                configure?.Invoke(options);
            },
            environment: "Development");
    }

    private static SubscriptionDeclaration<Reader, Note> Subscribe(string handler, HandledOnce<Note>? once = null, HandledOnly<Note>? only = null) =>
        new("notes", "reading", handler, (reader, note, context, cancel) => new ValueTask(reader.Handle(handler, note, context, cancel))) { Once = once, Only = only };

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = target) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    /// <summary>A message.</summary>
    internal sealed record Note(string Text, List<string> Words);

    /// <summary>A subscriber.</summary>
    internal sealed class Reader(TopicContract test)
    {
        public async Task Handle(string handler, Note note, MessageContext context, CancellationToken cancel) => await test.HandleAsync(context, async () =>
        {
            test._handled.Enqueue((handler, context, note));
            await test._handle(note, context, cancel);
        });
    }
}
