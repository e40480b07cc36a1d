using Klotho.Runtime.Tests.Contracts;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

public sealed class SnsSqsUnitQueueTests(AwsEmulators emulators) : UnitQueueContract, IClassFixture<AwsEmulators>, IAsyncLifetime
{
    private readonly string _name = $"notes-{Guid.NewGuid():N}";

    protected override string Topic => $"sns://{MessagingSetup.ArnOf("sns", _name)}";

    public async Task InitializeAsync()
    {
        using var setup = new MessagingSetup(emulators.Address);
        await setup.TopicAsync(_name, await setup.QueueAsync($"{_name}-reading"), await setup.QueueAsync($"{_name}-writing"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    protected override string QueueOf(string unit) => $"sqs://{MessagingSetup.ArnOf("sqs", $"{_name}-{unit}")}";

    protected override void Configure(IHostApplicationBuilder builder) => builder.AddKlothoAws();
}
