using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract on the protocols of Amazon SNS and SQS, spoken by fauxqs. Other than AWS, fauxqs never delivers a message twice
/// by itself, and counts exactly where AWS counts approximately.
/// </summary>
public sealed class SnsSqsTopicTests(AwsEmulators emulators) : TopicContract, IClassFixture<AwsEmulators>, IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = [];

    protected override (string Publishing, string Receiving) Systems => ("aws.sns", "aws_sqs");

    protected override Dictionary<string, string?> Settings => _settings;

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var name = $"notes-{Guid.NewGuid():N}";
        var queue = await setup.QueueAsync(name);
        var topic = await setup.TopicAsync(name, queue);
        _settings["Klotho:PubSub:notes"] = $"sns://{topic}";
        _settings["Klotho:Subscriptions:notes"] = $"sqs://{queue}";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoAws();
}
