using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract on the protocols of Amazon EventBridge, spoken by a stand-in of ours, and SQS, spoken by fauxqs. What differs from
/// other topics: an event holds the application's name and the topic's id beside the message, and must be smaller than the limit.
/// </summary>
public sealed class EventBridgeTopicTests(AwsEmulators emulators) : TopicContract, IClassFixture<AwsEmulators>, IAsyncLifetime
{
    private const string Source = "klotho.shop";

    private readonly Dictionary<string, string?> _settings = [];

    protected override (string Publishing, string Receiving) Systems => ("aws.eventbridge", "aws_sqs");

    protected override Dictionary<string, string?> Settings => _settings;

    protected override int MostBytes => (256 * 1024) - 1 - Source.Length - "notes".Length;

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var name = $"notes-{Guid.NewGuid():N}";
        var queue = await setup.QueueAsync(name);
        var bus = (await EventBridgeStandIn.OfAsync(emulators)).Bus(name, Source, "notes", queue);
        _settings["Klotho:PubSub:notes"] = $"eventbridge://{bus}?source={Source}";
        _settings["Klotho:Subscriptions:notes"] = $"sqs://{queue}?envelope=eventbridge";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoAws();
}
