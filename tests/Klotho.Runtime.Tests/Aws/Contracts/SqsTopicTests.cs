using Klotho.Runtime.Tests.Contracts;
using Klotho.Wiring;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract on one queue of Amazon SQS, spoken by fauxqs. Other than AWS, fauxqs never delivers a message twice
/// by itself, and counts exactly where AWS counts approximately.
/// </summary>
public sealed class SqsTopicTests(AwsEmulators emulators) : TopicContract, IClassFixture<AwsEmulators>, IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = [];

    protected override (string Publishing, string Receiving) Systems => ("aws_sqs", "aws_sqs");

    protected override Dictionary<string, string?> Settings => _settings;

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var name = $"notes-{Guid.NewGuid():N}";
        var queue = await setup.QueueAsync(name);
        _settings["Klotho:PubSub:notes"] = $"sqs://{queue}";
        _settings["Klotho:Subscriptions:notes"] = $"sqs://{queue}";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Two_units_do_not_share_a_queue()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            [new TopicDeclaration<string>("notes"), Subscribe("reading"), Subscribe("writing")],
            new() { ["Klotho:Unit"] = "main", ["Klotho:PubSub:notes"] = "sqs://arn:aws:sqs:eu-central-1:000000000000:notes" },
            builder => builder.AddKlothoAws()));

        Assert.Contains("but reading and writing subscribe to the topic 'notes'", refused.Message, StringComparison.Ordinal);
    }

    private static SubscriptionDeclaration<object, string> Subscribe(string unit) => new("notes", unit, $"{unit}.Handle", static (_, _, _, _) => ValueTask.CompletedTask);

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoAws();
}
