using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Aws.Lambda;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Messages over the limit of what carries them, whose payload waits in a bucket. S3 is fauxqs's.</summary>
public abstract class ClaimContract(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IAsyncLifetime, IDisposable
{
    private readonly string _bucket = $"claims-{Guid.NewGuid():N}";
    private readonly AwsClients _clients = new();
    private readonly ConcurrentQueue<(string Handler, int Length, int Attempt)> _handled = new();
    private Func<MessageContext, Task> _handle = _ => Task.CompletedTask;
    private Arn _queue = MessagingSetup.ArnOf("sqs", "none");
    private string _topic = "";

    private protected AwsEmulators Emulators => emulators;

    private protected abstract string Envelope { get; }

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var name = $"notes-{Guid.NewGuid():N}";
        _queue = await setup.QueueAsync(name);
        _topic = await PublishToAsync(setup, name, _queue);
        await _clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = _bucket });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _clients.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_payload_over_the_limit_reaches_every_handler_through_the_bucket_and_a_small_one_without_it()
    {
        await using var app = await StartAsync();
        var topic = app.Keyed<ITopic<string>>("notes");

        await topic.PublishAsync("small");
        await Eventually.IsTrue(() => _handled.Count == 2, "both have the small one");
        Assert.Empty(await ClaimsAsync());
        await topic.PublishAsync(new string('x', 3_000_000));
        await Eventually.IsTrue(() => _handled.Count == 4, "both have the large one");

        Assert.Equal([("A.Handle", 3_000_000, 1), ("B.Handle", 3_000_000, 1)], _handled.Skip(2).Order());
        var claim = Assert.Single(await ClaimsAsync());
        Assert.StartsWith("of/notes/notes/", claim.Key, StringComparison.Ordinal);
        Assert.Equal(3_000_002, claim.Size);
    }

    [Fact]
    public async Task It_is_tried_again_kept_as_a_dead_letter_and_redriven_as_any_other()
    {
        _handle = context => context.Handler == "A.Handle" ? throw new FormatException("not this one") : Task.CompletedTask;
        await using var app = await StartAsync();

        await app.Keyed<ITopic<string>>("notes").PublishAsync(new string('y', 400_000));
        await Eventually.IsTrueAsync(async () => await app.Http.GetStringAsync("/_klotho/dead-letters") != "[]", "the message is a dead letter");
        using var letters = JsonDocument.Parse(await app.Http.GetStringAsync("/_klotho/dead-letters"));
        _handle = _ => Task.CompletedTask;
        using var redriven = await app.Http.PostAsync("/_klotho/dead-letters/notes/A.Handle/redrive", null);
        await Eventually.IsTrue(() => _handled.Count == 4, "the message is handled again");

        Assert.Equal(400_002, letters.RootElement[0].GetProperty("payload").GetString()?.Length);
        Assert.All(_handled, one => Assert.Equal(400_000, one.Length));
        Assert.Equal(("A.Handle", 400_000, 1), _handled.Last());
    }

    [Fact]
    public async Task A_payload_that_is_gone_makes_a_dead_letter_that_says_so_and_stops_no_other_message()
    {
        await using var publisher = await StartAsync(unit: "main");
        await publisher.Keyed<ITopic<string>>("notes").PublishAsync(new string('z', 300_000));
        await _clients.S3.DeleteObjectAsync(_bucket, Assert.Single(await ClaimsAsync()).Key);
        await publisher.Keyed<ITopic<string>>("notes").PublishAsync("after");

        await using var app = await StartAsync();
        await Eventually.IsTrueAsync(
            async () => _handled.Count >= 2 && JsonDocument.Parse(await app.Http.GetStringAsync("/_klotho/dead-letters")).RootElement.GetArrayLength() == 2, "both handlers gave it up");

        Assert.Contains("is not in the bucket as notes/", await app.Http.GetStringAsync("/_klotho/dead-letters"), StringComparison.Ordinal);
        Assert.All(_handled, one => Assert.Equal(5, one.Length));
    }

    [Fact]
    public async Task Over_the_limit_of_claims_nothing_is_published()
    {
        await using var app = await StartAsync();

        var over = await Assert.ThrowsAsync<PayloadTooLargeException>(async () =>
            await app.Keyed<ITopic<string>>("notes").PublishAsync(new string('x', TopicLimits.MaxClaimedMessageBytes)));

        Assert.Contains("16777216", over.Message, StringComparison.Ordinal);
        Assert.Empty(await ClaimsAsync());
    }

    [Fact]
    public async Task A_function_of_Lambda_reads_it_too()
    {
        await using var publisher = await StartAsync(unit: "main");
        await publisher.Keyed<ITopic<string>>("notes").PublishAsync(new string('l', 300_000));
        var sqs = _clients.Sqs(AwsEmulators.Region);
        SqsMessage? message = null;
        await Eventually.IsTrueAsync(
            async () => (message = (await sqs.ReceiveAsync(sqs.UrlOf(_queue), 1, TimeSpan.Zero, TimeSpan.FromMinutes(1), default)).SingleOrDefault()) is not null, "the message is in the queue");
        await using var app = await StartAsync(isTriggered: true);
        using var batch = JsonDocument.Parse(LambdaEvents.Received(_queue, message ?? throw new InvalidOperationException()));

        var answer = await ActivatorUtilities.CreateInstance<SqsInvocations>(app.Services, _clients).HandleAsync(new Invocation("1", DateTimeOffset.MaxValue, null, batch.RootElement), default);

        Assert.Equal([("A.Handle", 300_000, 1), ("B.Handle", 300_000, 1)], _handled.Order());
        Assert.Contains("\"batchItemFailures\":[]", Encoding.UTF8.GetString(answer.Json.GetValueOrDefault().Span), StringComparison.Ordinal);
    }

    private protected abstract Task<string> PublishToAsync(MessagingSetup setup, string name, Arn queue);

    private async Task<IReadOnlyList<S3Object>> ClaimsAsync() =>
        (await _clients.S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _bucket })).S3Objects ?? [];

    private Task<TestApplication> StartAsync(string? unit = null, bool isTriggered = false) => TestApplication.StartAsync(
        [new TopicDeclaration<string>("notes"), new UnitDeclaration<Reader>("reading"), Subscribe("A.Handle"), Subscribe("B.Handle")],
        new()
        {
            ["Klotho:Unit"] = unit,
            ["Klotho:PubSub:notes"] = $"{_topic}{(_topic.Contains('?', StringComparison.Ordinal) ? '&' : '?')}claims={_bucket}/of/notes",
            ["Klotho:Subscriptions:notes"] = $"sqs://{_queue}?envelope={Envelope}&claims={_bucket}/of/notes",
        },
        builder =>
        {
            builder.Services.AddSingleton(this);
            builder.AddKlothoAws();
            if (isTriggered)
            {
                builder.Services.AddSingleton(new TriggeringHost());
            }
        },
        options: options => (options.MaxAttempts, options.RetryDelays) = (2, [TimeSpan.FromMilliseconds(5)]),
        environment: "Development");

    private static SubscriptionDeclaration<Reader, string> Subscribe(string handler) =>
        new("notes", "reading", handler, static (reader, note, context, _) => reader.HandleAsync(note, context));

    /// <summary>A subscriber.</summary>
    internal sealed class Reader(ClaimContract test)
    {
        public async ValueTask HandleAsync(string note, MessageContext context)
        {
            test._handled.Enqueue((context.Handler, note.Length, context.Attempt));
            await test._handle(context);
        }
    }
}
