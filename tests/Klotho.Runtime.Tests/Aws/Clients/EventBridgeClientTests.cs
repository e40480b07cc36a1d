using System.Text;
using Amazon.Runtime;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>The client of EventBridge against the stand-in, which refuses as the API reference says.</summary>
public sealed class EventBridgeClientTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IAsyncLifetime
{
    // Made on first use: it looks for its endpoint when it is made.
    private readonly Lazy<EventBridgeClient> _client = new(() => new EventBridgeClient(AwsEmulators.Region));
    private EventBridgeStandIn? _events;

    private EventBridgeStandIn Events => _events ?? throw new InvalidOperationException("Not started.");

    public async Task InitializeAsync() => _events = await EventBridgeStandIn.OfAsync(emulators);

    public Task DisposeAsync()
    {
        _client.Value.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Ten_events_come_in_one_request_and_eleven_are_none()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var queue = await setup.QueueAsync(nameof(Ten_events_come_in_one_request_and_eleven_are_none));
        var bus = Events.Bus("ten", "klotho.shop", "notes", queue);
        var entries = Enumerable.Range(0, 11).Select(number => new EventEntry("klotho.shop", "notes", Encoding.UTF8.GetBytes($$"""{"n":{{number}}}"""))).ToList();

        Assert.Empty(await _client.Value.PutEventsAsync(bus, entries[..10], default));

        Assert.Equal((10, 0, 0), await setup.CountAsync(queue));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _client.Value.PutEventsAsync(bus, entries, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _client.Value.PutEventsAsync(bus, [], default));
    }

    [Fact]
    public async Task A_rule_picks_its_own_events_only()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var queue = await setup.QueueAsync(nameof(A_rule_picks_its_own_events_only));
        var bus = Events.Bus("own", "klotho.shop", "notes", queue);

        await _client.Value.PutEventsAsync(bus, [new("klotho.shop", "others", "{}"u8.ToArray()), new("klotho.other", "notes", "{}"u8.ToArray())], default);

        Assert.Equal((0, 0, 0), await setup.CountAsync(queue));
    }

    [Fact]
    public async Task An_entry_that_the_bus_does_not_take_is_named_and_the_others_are_taken()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var queue = await setup.QueueAsync(nameof(An_entry_that_the_bus_does_not_take_is_named_and_the_others_are_taken));
        var bus = Events.Bus("one", "klotho.shop", "notes", queue);

        var failures = await _client.Value.PutEventsAsync(bus, [new("klotho.shop", "notes", "{}"u8.ToArray()), new("klotho.shop", "notes", "[]"u8.ToArray())], default);

        Assert.Equal([new(1, "MalformedDetail", "Amazon EventBridge did not take the event: Detail is malformed.", IsTransient: false)], failures);
        Assert.Equal((1, 0, 0), await setup.CountAsync(queue));
    }

    [Theory]
    [InlineData("ThrottlingException")]
    [InlineData("InternalFailure")]
    [InlineData("InternalException")]
    public async Task What_the_bus_could_not_take_just_then_is_published_again(string code)
    {
        using var setup = new MessagingSetup(emulators.Address);
        var queue = await setup.QueueAsync($"{nameof(What_the_bus_could_not_take_just_then_is_published_again)}-{code}");
        var bus = Events.Bus(code, "klotho.shop", "notes", queue);
        var publisher = new EventBridgePublisher("notes", new(() => _client.Value), bus, "klotho.shop");
        Events.Refuse(bus, code, code);

        await publisher.PublishAsync(publisher.Prepare(new("{}"u8.ToArray()), null), default);

        Assert.Equal((1, 0, 0), await setup.CountAsync(queue));
    }

    [Fact]
    public async Task What_the_bus_never_takes_fails_after_some_tries()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var queue = await setup.QueueAsync(nameof(What_the_bus_never_takes_fails_after_some_tries));
        var bus = Events.Bus("never", "klotho.shop", "notes", queue);
        var publisher = new EventBridgePublisher("notes", new(() => _client.Value), bus, "klotho.shop");
        Events.Refuse(bus, Enumerable.Repeat("ThrottlingException", 5));

        var failure = await Assert.ThrowsAsync<AmazonServiceException>(async () => await publisher.PublishAsync(publisher.Prepare(new("{}"u8.ToArray()), null), default));

        Assert.Equal("ThrottlingException", failure.ErrorCode);
        await publisher.PublishAsync(publisher.Prepare(new("{}"u8.ToArray()), null), default);
        Assert.Equal((1, 0, 0), await setup.CountAsync(queue));
    }

    [Fact]
    public async Task A_publish_to_a_bus_that_is_gone_fails()
    {
        var publisher = new EventBridgePublisher("notes", new(() => _client.Value), MessagingSetup.ArnOf("events", "event-bus/gone"), "klotho.shop");

        var failure = await Assert.ThrowsAsync<AmazonServiceException>(async () => await publisher.PublishAsync(publisher.Prepare(new("{}"u8.ToArray()), null), default));

        Assert.Equal("ResourceNotFoundException", failure.ErrorCode);
    }
}
