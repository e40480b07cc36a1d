using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Messages and schedules, to a real process of their unit.</summary>
public sealed class EventInvocationTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IAsyncLifetime, IDisposable
{
    private const string Name = "errands";
    private const string Round = "rounds/";

    private readonly TemporaryFolder _folder = new();
    private readonly MessagingSetup _setup = new(emulators.Address);

    public async Task InitializeAsync()
    {
        await _setup.QueueAsync(Name);
        await _setup.OrderedQueueAsync(Name);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_batch_names_the_messages_that_are_to_come_again_and_no_other()
    {
        await using var function = await StartAsync();
        var dead = MessagingSetup.ArnOf("sqs", $"{Name}-dead-letters");
        var before = await _setup.CountAsync(dead);

        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Messages(
            ("m1", """{"name":"bread","wish":"done"}"""),
            ("m2", """{"name":"milk","wish":"failed"}"""),
            ("m3", """{"name":"eggs","wish":"done"}"""),
            ("m4", """{"name":"salt","wish":"later"}"""),
            ("m5", "this is no JSON")));

        Assert.False(answer.Failed, answer.Json.GetRawText());
        Assert.Equal(
            ["m2"],
            answer.Json.GetProperty("batchItemFailures").EnumerateArray().Select(item => item.GetProperty("itemIdentifier").GetString()));
        Assert.Equal(["errands/bread/own-m1/3", "errands/eggs/own-m3/3"], await FilesAsync("errands/"));

        // A copy of what is kept for later waits, and what cannot be read is a dead letter.
        Assert.Equal((0, 0, 1), await _setup.CountAsync(MessagingSetup.ArnOf("sqs", Name)));
        Assert.Equal((before.Waiting + 1, 0, 0), await _setup.CountAsync(dead));
    }

    [Fact]
    public async Task Of_an_ordered_queue_those_behind_a_failure_in_their_group_are_named_unhandled()
    {
        await using var function = await StartAsync(LambdaEvents.OrderedQueue);

        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Ordered(
            ("a1", "a", """{"name":"bread","wish":"done"}"""),
            ("b1", "b", """{"name":"milk","wish":"failed"}"""),
            ("a2", "a", """{"name":"eggs","wish":"later"}"""),
            ("b2", "b", """{"name":"salt","wish":"done"}"""),
            ("c1", "c", """{"name":"rice","wish":"done"}"""),
            ("a3", "a", """{"name":"beans","wish":"done"}""")));

        Assert.Equal(
            ["a2", "a3", "b1", "b2"],
            answer.Json.GetProperty("batchItemFailures").EnumerateArray().Select(item => item.GetProperty("itemIdentifier").GetString()));
        Assert.Equal(["errands/bread/own-a1/3", "errands/rice/own-c1/3"], await FilesAsync("errands/"));
    }

    [Fact]
    public async Task A_batch_that_was_handled_has_no_failures()
    {
        await using var function = await StartAsync();

        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Messages(("m1", """{"name":"bread","wish":"done"}""")));

        Assert.Equal("""{"batchItemFailures":[]}""", answer.Json.GetRawText());
    }

    [Fact]
    public async Task Messages_of_a_bus_come_out_of_their_events_under_the_events_ids()
    {
        await using var function = await StartAsync(LambdaEvents.Queue + "?envelope=eventbridge");

        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Events(
            ("e1", """{"name":"bread","wish":"done"}"""), ("e2", """{"name":"milk","wish":"failed"}"""), ("e3", """{"klotho:bytes":"bm8="}""")));

        Assert.Equal(
            ["sqs-e2"],
            answer.Json.GetProperty("batchItemFailures").EnumerateArray().Select(item => item.GetProperty("itemIdentifier").GetString()));
        Assert.Equal(["errands/bread/e1/1"], await FilesAsync("errands/"));
    }

    [Fact]
    public async Task Messages_of_a_queue_that_is_bound_to_no_subscription_stay_in_it()
    {
        await using var function = await StartAsync("arn:aws:sqs:eu-central-1:123456789012:another");

        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Messages(("m1", """{"name":"bread","wish":"done"}""")));

        Assert.Equal("""{"batchItemFailures":[{"itemIdentifier":"m1"}]}""", answer.Json.GetRawText());
        Assert.Empty(await FilesAsync("errands/"));
    }

    [Fact]
    public async Task A_schedule_runs_its_method()
    {
        await using var function = await StartAsync();

        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Schedule("rounds"));
        var swept = await function.Lambda.InvokeAsync("""{"source":"klotho.sweep"}""");

        Assert.False(answer.Failed, answer.Json.GetRawText());
        Assert.Equal("{}", swept.Json.GetRawText());
        Assert.Single(await FilesAsync(Round));
    }

    [Theory]
    [InlineData("""{"source":"klotho.schedule","schedule":"other"}""", "System.InvalidOperationException")]
    [InlineData("""{"source":"aws.s3"}""", "System.NotSupportedException")]
    [InlineData("""{"Records":[{"eventSource":"aws:kinesis"}]}""", "System.NotSupportedException")]
    [InlineData("[]", "System.NotSupportedException")]
    public async Task An_event_that_nothing_in_the_unit_takes_fails_the_invocation(string invoked, string type)
    {
        await using var function = await StartAsync();

        var answer = await function.Lambda.InvokeAsync(invoked);

        Assert.True(answer.Failed);
        Assert.Equal(type, answer.Json.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task A_message_that_comes_by_HTTP_is_a_request_and_no_message()
    {
        const string Errand = """{"name":"bread","wish":"done"}""";
        await using var function = await StartAsync();

        foreach (var body in (string[])[LambdaEvents.Messages(("m1", Errand)), LambdaEvents.Notification("m1", Errand), LambdaEvents.Event("m1", "errand-asked", Errand)])
        {
            Assert.Equal(404, (await function.Lambda.InvokeAsync(LambdaEvents.Request("POST", "/events", body: body))).Status);
        }

        Assert.Empty(await FilesAsync("errands/"));
    }

    public void Dispose()
    {
        _folder.Dispose();
        _setup.Dispose();
    }

    private Task<LambdaFunction> StartAsync(string queue = LambdaEvents.Queue) => LambdaFunction.StartAsync(
        ("Klotho:Unit", "errands"), ("Klotho:Data", _folder.Path), ("Klotho:Subscriptions:errand_asked", $"sqs://{queue}"));

    private async Task<List<string>> FilesAsync(string prefix) =>
        await new BlobStore(new FileBlobDriver(Path.Combine(_folder.Path, "blobs", "files"))).ListAsync(prefix, default)
            .Select(file => file.Path).Order(StringComparer.Ordinal).ToListAsync();
}
