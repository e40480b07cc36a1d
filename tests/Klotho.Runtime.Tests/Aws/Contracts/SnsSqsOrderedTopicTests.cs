using Klotho.Runtime.Tests.Contracts;
using Klotho.Wiring;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract of ordered topics on FIFO topics and queues, spoken by fauxqs. Other than AWS, fauxqs remembers the ids against duplicates for the whole
/// queue and not for each group, and takes <c>FifoThroughputLimit</c> without minding it.
/// </summary>
public sealed class SnsSqsOrderedTopicTests(AwsEmulators emulators) : OrderedTopicContract, IClassFixture<AwsEmulators>, IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = [];

    protected override Dictionary<string, string?> Settings => _settings;

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var name = $"steps-{Guid.NewGuid():N}";
        var queue = await setup.OrderedQueueAsync(name);
        var topic = await setup.TopicAsync($"{name}.fifo", queue);
        _settings["Klotho:PubSub:steps"] = $"sns://{topic}";
        _settings["Klotho:Subscriptions:steps"] = $"sqs://{queue}";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("sns://arn:aws:sns:eu-central-1:000000000000:steps")]
    [InlineData("eventbridge://arn:aws:events:eu-central-1:000000000000:event-bus/steps?source=klotho.app")]
    public async Task What_keeps_no_order_is_refused_at_the_start(string binding)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            [new TopicDeclaration<string>("steps") { OrderedBy = static text => text }],
            new() { ["Klotho:PubSub:steps"] = binding },
            builder => builder.AddKlothoAws()));

        Assert.Contains("'steps' are [OrderedBy] a key", refused.Message, StringComparison.Ordinal);
    }

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoAws();
}
