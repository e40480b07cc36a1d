using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract of ordered topics on one FIFO queue, spoken by fauxqs. Other than AWS, fauxqs remembers the ids against duplicates for the whole
/// queue and not for each group, and takes <c>FifoThroughputLimit</c> without minding it.
/// </summary>
public sealed class SqsOrderedTopicTests(AwsEmulators emulators) : OrderedTopicContract, IClassFixture<AwsEmulators>, IAsyncLifetime
{
    private readonly Dictionary<string, string?> _settings = [];

    protected override Dictionary<string, string?> Settings => _settings;

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        var name = $"steps-{Guid.NewGuid():N}";
        var queue = await setup.OrderedQueueAsync(name);
        _settings["Klotho:PubSub:steps"] = $"sqs://{queue}";
        _settings["Klotho:Subscriptions:steps"] = $"sqs://{queue}";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoAws();
}
